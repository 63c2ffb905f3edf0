package vn.sogopy.platform.http.upload;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.List;
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
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    request.headers().set(HttpHeaderNames.CONTENT_TYPE, type.toString());
    HttpPostMultipartRequestDecoder form = null;
    try {
      form = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
      form.offer(new DefaultLastHttpContent(Unpooled.wrappedBuffer(body)));
      return only(form.getBodyHttpDatas());
    } catch (IOException | RuntimeException e) {
      if (e instanceof ProblemException problem) {
        throw problem;
      }
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    } finally {
      if (form != null) {
        form.destroy();
      }
    }
  }

  private static FilePart only(List<InterfaceHttpData> parts) throws IOException {
    FilePart found = null;
    for (InterfaceHttpData part : parts) {
      if (found != null || !part.getName().equals(PART) || !(part instanceof FileUpload file)) {
        String name = part.getName().replace("~", "~0").replace("/", "~1");
        throw ProblemException.invalid(
            FieldError.pointer(
                "/" + name, found == null ? FieldCode.UNKNOWN_FIELD : FieldCode.DUPLICATE_FIELD));
      }

      found = new FilePart(file.get(), file.getContentType(), file.getFilename());
    }
    if (found == null) {
      throw ProblemException.invalid(FieldError.pointer("/" + PART, FieldCode.REQUIRED));
    }
    return found;
  }
}
