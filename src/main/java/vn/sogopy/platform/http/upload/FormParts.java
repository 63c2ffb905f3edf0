package vn.sogopy.platform.http.upload;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** Checks the parts of a form that the framework has read to the disk. */
final class FormParts {
  static final String FILE = "file";
  static final String MESSAGE = "letter";

  /** The framework replaces bytes that are not UTF-8 by this character. */
  private static final char UNREADABLE = '\uFFFD';

  private final MultipartFormDataInput form;

  /**
   * @param message name of the part beside the files; null = none
   * @throws ProblemException 400 for a part with another name
   */
  FormParts(MultipartFormDataInput form, String message) {
    this.form = form;
    form.getValues()
        .forEach(
            (name, parts) -> {
              boolean known = FILE.equals(name) || (name != null && name.equals(message));
              if (!known || !parts.stream().allMatch(FormParts::isNamed)) {
                throw ProblemException.invalid(unknown(known ? null : name, message));
              }
            });
  }

  /** The framework stores a part without a name under the name of the previous part. */
  private static boolean isNamed(FormValue part) {
    String disposition = part.getHeaders().getFirst("Content-Disposition");
    return disposition != null && disposition.startsWith("form-data");
  }

  private static List<FieldError> unknown(String name, String message) {
    List<FieldError> errors = new ArrayList<>();
    if (name != null && !name.isEmpty()) {
      String pointer = JsonPointer.empty().appendProperty(name).toString();
      errors.add(FieldError.pointer(pointer, FieldCode.UNKNOWN_FIELD));
    }
    String wanted = (message == null ? "" : "name=\"" + message + "\", ") + "name=\"file\"";
    errors.add(FieldError.pointer("/" + FILE, FieldCode.INVALID_FORMAT, wanted));
    return errors;
  }

  private Collection<FormValue> parts(String name) {
    return form.getValues().getOrDefault(name, List.of());
  }

  /** The single part of this name. */
  private FormValue part(String name) {
    Collection<FormValue> parts = parts(name);
    if (parts.size() != 1) {
      throw wrong("/" + name, parts.isEmpty() ? FieldCode.REQUIRED : FieldCode.DUPLICATE_FIELD);
    }
    return parts.iterator().next();
  }

  /** The single part beside the files. */
  Upload message() {
    return upload(part(MESSAGE));
  }

  /** The single part {@code file}, limited in bytes. */
  Upload file(long limit) {
    return file(part(FILE), "/" + FILE, limit);
  }

  /** The parts {@code file}, limited in number and in bytes of each. */
  List<Upload> files(int most, long limit) {
    return files(parts(FILE), most, limit);
  }

  static List<Upload> files(Collection<FormValue> parts, int most, long limit) {
    if (parts.size() > most) {
      throw wrong("/" + FILE, FieldCode.TOO_LONG, most);
    }
    List<Upload> files = new ArrayList<>();
    for (FormValue part : parts) {
      files.add(file(part, "/" + FILE + "/" + files.size(), limit));
    }
    return files;
  }

  private static Upload file(FormValue part, String at, long limit) {
    if (part.getFileName() == null) {
      throw wrong(at, FieldCode.INVALID_FORMAT, "filename=\"…\"");
    }
    if (part.getFileName().indexOf(UNREADABLE) >= 0) {
      throw wrong(at + "/filename", FieldCode.INVALID_UTF8);
    }
    Upload file = upload(part);
    if (file.size() > limit) {
      throw ProblemException.tooLarge(limit);
    }
    if (file.size() == 0) {
      throw wrong(at, FieldCode.REQUIRED);
    }
    return file;
  }

  private static Upload upload(FormValue part) {
    return Upload.of(
        part.getFileItem().getFile(),
        part.getFileName(),
        part.getHeaders().getFirst("Content-Type"),
        MessageReader.id(part.getHeaders().getFirst("Content-ID")));
  }

  private static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer, code, arguments));
  }
}
