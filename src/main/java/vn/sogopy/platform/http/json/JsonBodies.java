package vn.sogopy.platform.http.json;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.LargeBody;

/**
 * Reads JSON bodies before the framework binds them: without a Content-Type, or in another charset,
 * they are 415, what is too long is 413. Jackson alone would take bytes that are no UTF-8.
 */
class JsonBodies {
  @Inject LargeBody large;
  @Inject JsonInput input;

  @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
  public void checkHeaders(ResourceInfo resource, ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Consumes.class)) {
      requireUtf8Json(method.getAnnotation(Consumes.class), request);
      if (request.getLength() > limit(method)) {
        throw Body.tooLarge(limit(method));
      }
    }
  }

  /** After the filters that find what the path names. */
  @ServerRequestFilter(priority = Priorities.USER + 150)
  public void read(ResourceInfo resource, ContainerRequestContext request, RoutingContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Consumes.class)) {
      read(limit(method), request);
    } else if (method.isAnnotationPresent(POST.class)
        && !List.of(method.getParameterTypes()).contains(Body.class)) {
      requireNothing(request, context);
    }
  }

  private static int limit(Method method) {
    BodyLimit limit = method.getAnnotation(BodyLimit.class);
    return limit == null ? Body.DEFAULT_LIMIT : limit.value();
  }

  private static void requireUtf8Json(Consumes consumes, ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    String charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
    String encoding = request.getHeaderString("Content-Encoding");
    if (request.getHeaderString("Content-Type") == null
        || (charset != null && !charset.equalsIgnoreCase("utf-8"))
        || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
      throw ProblemException.unsupported(List.of(consumes.value()));
    }
  }

  private void read(int limit, ContainerRequestContext request) {
    byte[] bytes = read(() -> Body.readAll(request.getEntityStream(), limit, large));
    if (bytes.length > limit) {
      throw Body.tooLarge(limit);
    }
    JsonInput.requireUtf8(bytes);
    int begin = JsonInput.hasByteOrderMark(bytes) ? 3 : 0;
    request.setEntityStream(new ByteArrayInputStream(bytes, begin, bytes.length - begin));
  }

  /** For POSTs that take nothing: no body, {@code {}} or {@code null}. */
  private void requireNothing(ContainerRequestContext request, RoutingContext context) {
    if (context.request().isEnded() || request.getLength() == 0) {
      return;
    }
    byte[] bytes = read(() -> request.getEntityStream().readNBytes(Body.DEFAULT_LIMIT));
    if (bytes.length > 0) {
      if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())) {
        throw ProblemException.unsupported(List.of(MediaType.APPLICATION_JSON));
      }
      input.readNothing(bytes);
    }
  }

  /** A body that breaks off, or is framed wrongly, is the client's failure. */
  private static byte[] read(Callable<byte[]> reading) {
    try {
      return reading.call();
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
