package vn.sogopy.platform.http.json;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.query.ParameterCheck;
import vn.sogopy.platform.http.upload.LargeBody;

/** Hands the unread body to the resource, whatever its media type. */
@Provider
public class BodyReader implements MessageBodyReader<Body> {
  @Inject JsonInput input;
  @Inject LargeBody large;
  @Inject RoutingContext context;

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
    return type == Body.class;
  }

  @Override
  public Body readFrom(
      Class<Body> type,
      Type generic,
      Annotation[] annotations,
      MediaType media,
      MultivaluedMap<String, String> headers,
      InputStream stream) {
    String length = headers.getFirst("Content-Length");
    List<FieldError> errors = context.get(ParameterCheck.ERRORS);
    Body.Declared declared =
        new Body.Declared(
            headers.containsKey("Content-Type") ? media : null,
            headers.getFirst("Content-Type"),
            headers.getFirst("Content-Encoding"),
            length == null ? -1 : Long.parseLong(length),
            "100-continue".equalsIgnoreCase(headers.getFirst("Expect")),
            errors == null ? List.of() : errors);
    return new Body(stream, declared, input, large);
  }
}
