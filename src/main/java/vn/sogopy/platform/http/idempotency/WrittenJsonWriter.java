package vn.sogopy.platform.http.idempotency;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Sends {@link WrittenJson} with its Content-Length. */
@Provider
public class WrittenJsonWriter implements ServerMessageBodyWriter<WrittenJsonWriter.WrittenJson> {
  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
    return type == WrittenJson.class;
  }

  @Override
  public void writeResponse(WrittenJson json, Type generic, ServerRequestContext context) {
    context.serverResponse().end(json.take());
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == WrittenJson.class;
  }

  @Override
  public void writeTo(
      WrittenJson json,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, Object> headers,
      OutputStream out)
      throws IOException {
    out.write(json.take());
  }

  /**
   * A response body that is serialised already. The bytes are released when it is sent: an idle
   * worker thread refers to its last request, and would otherwise retain a body of many megabytes.
   */
  public static final class WrittenJson {
    private byte[] bytes;

    public WrittenJson(byte[] bytes) {
      this.bytes = bytes;
    }

    /** UTF-8; null after it was sent. */
    public byte[] bytes() {
      return bytes;
    }

    /** Returns the bytes and releases them. */
    byte[] take() {
      byte[] taken = bytes;
      bytes = null;
      return taken;
    }
  }
}
