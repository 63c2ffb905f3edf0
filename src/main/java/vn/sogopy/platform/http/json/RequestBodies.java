package vn.sogopy.platform.http.json;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.input.ProxyInputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.LargeBody;
import vn.sogopy.platform.http.upload.Uploads;

/**
 * Checks bodies before the framework reads them. A body without a Content-Type, or a compressed
 * one, is 415; one above the {@link BodyLimit} is 413. The framework reads forms and files to the
 * disk.
 */
class RequestBodies {
  @Inject LargeBody large;
  @Inject JsonInput input;
  @Inject Uploads uploads;

  @ServerRequestFilter(priority = Priorities.HEADER_DECORATOR)
  public void checkHeaders(
      ResourceInfo resource, ContainerRequestContext request, RoutingContext context) {
    Method method = resource.getResourceMethod();
    if (method.isAnnotationPresent(Consumes.class)) {
      requireAcceptable(method, request);
      boolean typed = request.getHeaderString("Content-Type") != null;
      String encoding = request.getHeaderString("Content-Encoding");
      if ((!typed && !(takesJson(method) && isAbsent(request, context)))
          || (encoding != null && !encoding.equalsIgnoreCase("identity"))) {
        throw new NotSupportedException();
      }
      long limit = limit(method);
      String length = request.getHeaderString("Content-Length");
      if (length != null && Long.parseLong(length) > limit) {
        throw LimitedBody.tooLarge(limit);
      }
    }
  }

  /** After the filters that resolve the path. */
  @ServerRequestFilter(priority = Priorities.USER + 150)
  public void read(ResourceInfo resource, ContainerRequestContext request, RoutingContext context)
      throws IOException {
    Method method = resource.getResourceMethod();
    if (!method.isAnnotationPresent(Consumes.class)) {
      if (method.isAnnotationPresent(POST.class) && !isAbsent(request, context)) {
        requireNothing(new LimitedBody(request.getEntityStream(), BodyLimit.DEFAULT), request);
      }
      return;
    }
    InputStream body = new LimitedBody(request.getEntityStream(), limit(method));
    if (takesJson(method)) {
      body = JsonInput.utf8(large.read(body));
    } else {
      requireBoundary(request.getMediaType());
      large.spool();
    }
    request.setEntityStream(body);
  }

  /**
   * Releases the bound body before the response is sent, and the response after it. An idle worker
   * thread keeps the context of its last request, and with it up to 16 MB of JSON.
   */
  @ServerResponseFilter
  public void release(ResteasyReactiveContainerRequestContext request) {
    var context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
    context.setRequestEntity(null);
    if (context.getParameters() != null) {
      Arrays.fill(context.getParameters(), null);
    }
    context.registerCompletionCallback(ended -> context.setResult(null).setResponse(null));
  }

  /** The framework makes an empty form of a form that it cannot parse. */
  private static void requireBoundary(MediaType type) {
    if (type.getType().equals("multipart")
        && type.getParameters().getOrDefault("boundary", "").isEmpty()) {
      throw new ProblemException(ProblemCode.MALFORMED_MULTIPART);
    }
  }

  private long limit(Method method) {
    BodyLimit limit = method.getAnnotation(BodyLimit.class);
    return limit == null ? BodyLimit.DEFAULT : limit.value() + limit.files() * uploads.maxSize();
  }

  /** Whether the request has no body, not even an empty one with a type. */
  private static boolean isAbsent(ContainerRequestContext request, RoutingContext context) {
    return context.request().isEnded() || request.getLength() == 0;
  }

  /** Where several methods share a path, the framework checks Accept after the effect. */
  private static void requireAcceptable(Method method, ContainerRequestContext request) {
    List<MediaType> accepted = accepted(request);
    Produces produces = method.getAnnotation(Produces.class);
    if (produces == null) {
      produces = method.getDeclaringClass().getAnnotation(Produces.class);
    }
    if (produces != null
        && Arrays.stream(produces.value())
            .map(MediaType::valueOf)
            .noneMatch(made -> accepted.stream().anyMatch(made::isCompatible))) {
      throw new NotAcceptableException();
    }
  }

  /**
   * @throws NotAcceptableException if Accept names no media type
   */
  private static List<MediaType> accepted(ContainerRequestContext request) {
    try {
      return request.getAcceptableMediaTypes();
    } catch (IllegalArgumentException e) {
      throw new NotAcceptableException(e);
    }
  }

  private static boolean takesJson(Method method) {
    return List.of(method.getAnnotation(Consumes.class).value())
        .contains(MediaType.APPLICATION_JSON);
  }

  /** For POSTs without input: no body, {@code {}} or {@code null}. */
  private void requireNothing(InputStream body, ContainerRequestContext request)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    if (bytes.length > 0) {
      if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())) {
        throw ProblemException.unsupported(List.of(MediaType.APPLICATION_JSON));
      }
      input.readNothing(bytes);
    }
  }

  /**
   * A body that is limited while it arrives. Above its limit it is 413. A body that ends early or
   * has invalid framing is an error of the client: 400.
   */
  static final class LimitedBody extends ProxyInputStream {
    private final long limit;
    private long size;

    LimitedBody(InputStream body, long limit) {
      super(body);
      this.limit = limit;
    }

    @Override
    protected void afterRead(int read) {
      size += Math.max(read, 0);
      if (size > limit) {
        throw tooLarge(limit);
      }
    }

    @Override
    protected void handleIOException(IOException e) {
      throw new ProblemException(ProblemCode.BAD_REQUEST);
    }

    /** Reads the rest: a client that is still sending would not read the response. */
    @Override
    public void close() throws IOException {
      if (size <= limit) {
        transferTo(OutputStream.nullOutputStream());
      }
    }

    /** The unread rest cannot be separated from the next request: the connection is closed. */
    static ProblemException tooLarge(long limit) {
      return ProblemException.tooLarge(limit).header("Connection", "close");
    }
  }
}
