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
public class WrittenJsonWriter implements ServerMessageBodyWriter<WrittenJson> {
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
}
