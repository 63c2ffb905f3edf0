package vn.sogopy.platform.http.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload.FileItemHeaders;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadBase.FileUploadIOException;
import org.apache.commons.fileupload.FileUploadBase.SizeLimitExceededException;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;
import vn.sogopy.platform.http.connection.Refused;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;

/** Reads one form, part by part, as it arrives. */
public final class FormReader {
  private static final String FILE = "file";

  /** What the parser makes of bytes that are no UTF-8. */
  private static final char UNREADABLE = '\uFFFD';

  /** Bytes of boundaries and part headers, for each part. */
  private static final int FRAME = 16 * 1024;

  /** Code points of a file's name. */
  static final int MAX_NAME = 255;

  /** Bytes: a name of such a length, each code point of four bytes, percent-encoded. */
  private static final int PART_HEADERS = 4 * 1024;

  private final Uploads uploads;
  private final Body body;
  private final String jsonPart;
  private final int jsonLimit;
  private final int maxFiles;
  private final long maxSize;
  private final boolean kept;
  private boolean begun;

  FormReader(Uploads uploads, Body body, String jsonPart, int jsonLimit, int maxFiles) {
    this(uploads, body, jsonPart, jsonLimit, maxFiles, uploads.maxSize(), true);
  }

  private FormReader(
      Uploads uploads,
      Body body,
      String jsonPart,
      int jsonLimit,
      int maxFiles,
      long maxSize,
      boolean kept) {
    this.uploads = uploads;
    this.body = body;
    this.jsonPart = jsonPart;
    this.jsonLimit = jsonLimit;
    this.maxFiles = maxFiles;
    this.maxSize = maxSize;
    this.kept = kept;
  }

  /** Reads one file without keeping it: only its size and digest are known then. */
  static FormReader digesting(Uploads uploads, Body body, long maxSize) {
    return new FormReader(uploads, body, null, 0, 1, maxSize, false);
  }

  /** Reads one file, with a limit in bytes of its own. */
  static FormReader ofOne(Uploads uploads, Body body, long maxSize) {
    return new FormReader(uploads, body, null, 0, 1, maxSize, true);
  }

  Form read() {
    body.requireForm();
    Form form = uploads.newForm();
    try {
      try {
        readParts(form);
      } catch (FileUploadIOException e) {
        throw refusal((FileUploadException) e.getCause());
      } catch (FileUploadException e) {
        throw refusal(e);
      } catch (InvalidFileNameException e) {
        throw wrong(FieldCode.INVALID_TEXT, "U+0000");
      } catch (IOException e) {
        throw new ProblemException(ProblemCode.MALFORMED_MULTIPART);
      }
      if (form.files().isEmpty() && maxFiles == 1) {
        throw wrong(FieldCode.REQUIRED);
      }
      if (jsonPart != null && !form.hasJson() && !form.isXml()) {
        throw ProblemException.invalid(FieldError.pointer("/" + jsonPart, FieldCode.REQUIRED));
      }
      body.fingerprint(form.fingerprint());
      return form;
    } catch (ProblemException refused) {
      form.close();
      throw Refused.drain(body, begun, refused);
    } catch (RuntimeException e) {
      form.close();
      throw e;
    }
  }

  private void readParts(Form form) throws FileUploadException, IOException {
    FileUpload parser = new NamedParts();
    parser.setHeaderEncoding("UTF-8");
    parser.setPartHeaderSizeMax(PART_HEADERS);
    parser.setSizeMax((maxSize + FRAME) * maxFiles + Math.max(jsonLimit, Uploads.MOST_XML) + FRAME);
    FileItemIterator parts = parser.getItemIterator(new Context());
    while (parts.hasNext()) {
      FileItemStream part = parts.next();
      if (part.getFieldName().equals(FILE)) {
        form.add(spool(part, form.files().size()));
      } else {
        readJson(form, part);
      }
    }
  }

  private void readJson(Form form, FileItemStream part) throws IOException {
    if (form.hasJson() || form.isXml()) {
      throw ProblemException.invalid(FieldError.pointer("/" + jsonPart, FieldCode.DUPLICATE_FIELD));
    }
    if (MessageReader.isXml(part.getContentType())) {
      InputStream in = part.openStream();
      form.xml(uploads.spool("", null, "/" + jsonPart, out -> copy(in, out, Uploads.MOST_XML)));
      return;
    }
    byte[] bytes = Body.readAll(part.openStream(), jsonLimit, body.large());
    if (bytes.length > jsonLimit) {
      throw tooLarge(jsonLimit);
    }
    form.json(bytes);
  }

  private Upload spool(FileItemStream part, int already) throws IOException {
    if (already == maxFiles) {
      throw maxFiles == 1 ? wrong(FieldCode.DUPLICATE_FIELD) : wrong(FieldCode.TOO_LONG, maxFiles);
    }
    String at = maxFiles == 1 ? "/" + FILE : "/" + FILE + "/" + already;
    String name = part.getName();
    if (name == null) {
      throw wrong(at, FieldCode.INVALID_FORMAT, "filename=\"…\"");
    }
    if (name.indexOf(UNREADABLE) >= 0) {
      throw wrong(at + "/filename", FieldCode.INVALID_UTF8);
    }
    InputStream in = part.openStream();
    if (!kept) {
      return digest(name, in, at);
    }
    return uploads.spool(
        name,
        part.getContentType(),
        contentId(part),
        FieldError.pointer(at, FieldCode.REQUIRED),
        out -> copy(in, out, maxSize));
  }

  private Upload digest(String name, InputStream in, String at) throws IOException {
    MessageDigest digest = Sha256.digest();
    long size = copy(in, new DigestOutputStream(OutputStream.nullOutputStream(), digest), maxSize);
    if (size == 0) {
      throw wrong(at, FieldCode.REQUIRED);
    }
    return new Upload(name, null, null, size, digest.digest(), null);
  }

  private static String contentId(FileItemStream part) {
    return part.getHeaders() == null
        ? null
        : MessageReader.id(part.getHeaders().getHeader("Content-ID"));
  }

  /** The size; what is larger than the limit is given up there. */
  static long copy(InputStream in, OutputStream out, long limit) throws IOException {
    byte[] buffer = new byte[16 * 1024];
    long size = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      size += read;
      if (size > limit) {
        throw tooLarge(limit);
      }
      out.write(buffer, 0, read);
    }
    return size;
  }

  private ProblemException refusal(FileUploadException e) {
    if (!(e instanceof SizeLimitExceededException limit)) {
      return new ProblemException(ProblemCode.MALFORMED_MULTIPART);
    }
    // Nothing but an endless file name makes the headers of a part so long.
    return limit.getPermittedSize() == PART_HEADERS
        ? ProblemException.invalid(
            FieldError.pointer("/" + FILE + "/filename", FieldCode.TOO_LONG, MAX_NAME))
        : tooLarge(maxSize);
  }

  public static ProblemException tooLarge(long limit) {
    return new ProblemException(ProblemCode.CONTENT_TOO_LARGE, limit);
  }

  private static ProblemException wrong(FieldCode code, Object... arguments) {
    return wrong("/" + FILE, code, arguments);
  }

  private static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer, code, arguments));
  }

  private static String pointer(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The parser passes over parts without a name, and what is in them would be lost. */
  private final class NamedParts extends FileUpload {
    @Override
    protected String getFieldName(FileItemHeaders headers) {
      String name = super.getFieldName(headers);
      if (FILE.equals(name) || (name != null && name.equals(jsonPart))) {
        return name;
      }
      List<FieldError> errors = new ArrayList<>();
      if (name != null && !name.isEmpty()) {
        errors.add(FieldError.pointer(pointer(name), FieldCode.UNKNOWN_FIELD));
      }
      String wanted = (jsonPart == null ? "" : "name=\"" + jsonPart + "\", ") + "name=\"file\"";
      errors.add(FieldError.pointer("/" + FILE, FieldCode.INVALID_FORMAT, wanted));
      throw ProblemException.invalid(errors);
    }
  }

  /** The body as the parser wants it; it must not close the stream, which would read it all. */
  private final class Context implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public String getContentType() {
      return body.declared().contentType();
    }

    @Override
    public long contentLength() {
      return body.declared().length();
    }

    @Override
    @Deprecated
    public int getContentLength() {
      return (int) Math.min(contentLength(), Integer.MAX_VALUE);
    }

    @Override
    public InputStream getInputStream() {
      return new FilterInputStream(body.stream()) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          begun = true;
          return super.read(buffer, offset, length);
        }

        @Override
        public void close() {}
      };
    }
  }
}
