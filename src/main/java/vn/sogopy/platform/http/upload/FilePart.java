package vn.sogopy.platform.http.upload;

import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.InvalidFileNameException;
import org.apache.commons.fileupload.UploadContext;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * A small file as it was sent, held in memory.
 *
 * @param type media type as it was declared; null where a form does not say
 * @param name file name as it was sent, not to be trusted; null where there is none
 */
public record FilePart(byte[] bytes, String type, String name) {
  private static final String PART = "file";

  /**
   * The part {@code file} of a form that holds nothing else.
   *
   * @throws ProblemException 400
   */
  public static FilePart ofForm(MediaType type, byte[] body) {
    FileUpload parser = new FileUpload();
    parser.setHeaderEncoding("UTF-8");
    FilePart found = null;
    try {
      FileItemIterator parts = parser.getItemIterator(new Sent(type.toString(), body));
      while (parts.hasNext()) {
        FileItemStream part = parts.next();
        String field = String.valueOf(part.getFieldName());
        if (found != null || !field.equals(PART) || part.isFormField()) {
          String name = field.replace("~", "~0").replace("/", "~1");
          throw ProblemException.invalid(
              FieldError.pointer(
                  "/" + name, found == null ? FieldCode.UNKNOWN_FIELD : FieldCode.DUPLICATE_FIELD));
        }
        found =
            new FilePart(part.openStream().readAllBytes(), part.getContentType(), part.getName());
      }
    } catch (FileUploadException | InvalidFileNameException | IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }
    if (found == null) {
      throw ProblemException.invalid(FieldError.pointer("/" + PART, FieldCode.REQUIRED));
    }
    return found;
  }

  /** A form that was read into memory, for the parser. */
  private record Sent(String getContentType, byte[] body) implements UploadContext {
    @Override
    public String getCharacterEncoding() {
      return "UTF-8";
    }

    @Override
    public int getContentLength() {
      return body.length;
    }

    @Override
    public long contentLength() {
      return body.length;
    }

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(body);
    }
  }
}
