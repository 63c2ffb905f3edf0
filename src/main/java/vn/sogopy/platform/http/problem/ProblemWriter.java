package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.connection.RequestIds;
import vn.sogopy.platform.http.openapi.Operations;

/**
 * Writes problems for requests that never reach a resource: unknown path, invalid framing, failed
 * filter.
 */
@ApplicationScoped
public class ProblemWriter {
  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
  private static final int BEFORE_ALL_ROUTES = Integer.MIN_VALUE;
  private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE;
  private static final String REFUSED = "sogopy.refused";

  @Inject ObjectMapper json;
  @Inject Operations operations;

  void routes(@Observes Router router) {
    router.route().order(BEFORE_ALL_ROUTES).failureHandler(this::writeUnroutable);
    router
        .route()
        .order(AFTER_ALL_ROUTES)
        .handler(context -> write(context, operations.refusal(context)));
    for (int status : new int[] {400, 401, 403, 404, 405, 406, 413, 414, 415, 431, 500, 503}) {
      router.errorHandler(status, this::writeFailure);
    }
  }

  /**
   * A request that fails before routing, because of its Host or its target, has no id yet. The
   * framework would answer with its own page and log a stack trace.
   */
  private void writeUnroutable(RoutingContext context) {
    if (RequestIds.given(context)) {
      context.next();
      return;
    }
    int status = context.statusCode() == 404 ? 404 : 400;
    write(context, FailureProblems.ofStatus(status, context.request().method().name()));
  }

  private void writeFailure(RoutingContext context) {
    Throwable failure = context.failure();
    if (failure instanceof ProblemException problem) {
      write(context, problem);
      return;
    }
    if (context.response().closed()) {
      return; // The client disconnected, which is no failure of the service.
    }
    int status = context.statusCode();
    if (status >= 500 || status < 400) {
      LOG.error("request failed before it reached a resource", failure);
    }
    write(
        context,
        status == 404 || status == 405
            ? operations.refusal(context)
            : FailureProblems.ofStatus(status, context.request().method().name()));
  }

  /** Ends the response with the problem, unless the response has started. */
  public void write(RoutingContext context, ProblemException problem) {
    if (context.response().headWritten() || context.response().ended()) {
      return;
    }
    context.response().setStatusCode(problem.code().status());
    headers(context, problem).forEach((name, value) -> context.response().putHeader(name, value));
    context.response().putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
    context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    context.response().putHeader(HttpHeaders.CONTENT_LANGUAGE, language(context).getLanguage());
    context.response().putHeader(HttpHeaders.VARY, "Accept-Language");
    context.response().end(Buffer.buffer(bytes(context, problem)));
  }

  /** The problem for an exception, as if a resource had thrown it. */
  public static ProblemException problemOf(RoutingContext context, Throwable failure) {
    return FailureProblems.of(failure, context.request().method().name());
  }

  /**
   * The headers of the problem. HTTP/2 forbids headers of the connection (RFC 9113, section 8.2.2).
   */
  static Map<String, String> headers(RoutingContext context, ProblemException problem) {
    Map<String, String> headers = new LinkedHashMap<>(problem.headers());
    if (context.request().version() == HttpVersion.HTTP_2) {
      headers.remove("Connection");
    }
    return headers;
  }

  static Locale language(RoutingContext context) {
    return Messages.negotiate(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The problem code of the response to this request; null = none. */
  public static String refusalOf(RoutingContext context) {
    return context.get(REFUSED);
  }

  byte[] bytes(RoutingContext context, ProblemException problem) {
    context.put(REFUSED, problem.code().code());
    try {
      return json.writeValueAsBytes(
          Problem.of(problem, language(context), context.request().path(), RequestIds.of(context)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
