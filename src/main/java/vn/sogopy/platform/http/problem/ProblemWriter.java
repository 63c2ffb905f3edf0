package vn.sogopy.platform.http.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.connection.RequestIds;
import vn.sogopy.platform.http.openapi.Operations;

/**
 * Converts every exception that leaves a resource to a response, and writes problems for requests
 * that never reach a resource: unknown path, invalid framing, failed filter.
 */
@ApplicationScoped
public class ProblemWriter {
  private static final Logger LOG = Logger.getLogger(ProblemWriter.class);
  private static final int BEFORE_ALL_ROUTES = Integer.MIN_VALUE;
  private static final int AFTER_ALL_ROUTES = Integer.MAX_VALUE;
  private static final String REFUSED = "sogopy.refused";

  @Inject ObjectMapper json;
  @Inject Operations operations;
  @Inject Instance<ProblemPage> pages;

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

  /** Each of these types is named because the framework has its own mapper for it. */
  @ServerExceptionMapper({
    ProblemException.class,
    WebApplicationException.class,
    NotFoundException.class,
    NotSupportedException.class,
    ForbiddenException.class,
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    ConstraintViolationException.class,
    MismatchedInputException.class,
    Throwable.class
  })
  public Response refused(Throwable e, RoutingContext context) {
    ProblemException problem = problem(e, context);
    Response.ResponseBuilder answer = Response.status(problem.code().status());
    Body body = body(context, problem);
    headers(context, problem, body).forEach(answer::header);
    return answer.entity(body.bytes()).build();
  }

  private ProblemException problem(Throwable thrown, RoutingContext context) {
    if (thrown.getCause() == null
        && (thrown instanceof NotFoundException || thrown instanceof NotAllowedException)) {
      return operations.refusal(context);
    }
    if (thrown instanceof NotSupportedException) {
      return operations.unsupported(context);
    }
    return FailureProblems.isOfSpooling(thrown)
        ? FailureProblems.ofSpooling(thrown, folder)
        : problemOf(context, thrown);
  }

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
    Body body = body(context, problem);
    headers(context, problem, body)
        .forEach((name, value) -> context.response().putHeader(name, value));
    context.response().end(Buffer.buffer(body.bytes()));
  }

  /** The problem for an exception, as if a resource had thrown it. */
  public static ProblemException problemOf(RoutingContext context, Throwable failure) {
    return FailureProblems.of(failure, context.request().method().name());
  }

  private static Map<String, String> headers(
      RoutingContext context, ProblemException problem, Body body) {
    Map<String, String> headers = new LinkedHashMap<>(problem.headers());
    if (context.request().version() == HttpVersion.HTTP_2) {
      // HTTP/2 forbids headers of the connection (RFC 9113, section 8.2.2).
      headers.remove("Connection");
    }
    headers.put("Content-Type", body.type());
    headers.put("Content-Language", language(context).getLanguage());
    headers.put("Vary", "Accept-Language");
    return headers;
  }

  private static Locale language(RoutingContext context) {
    return Messages.negotiate(context.request().getHeader("Accept-Language"));
  }

  private static Problem of(RoutingContext context, ProblemException problem, Locale language) {
    return Problem.of(problem, language, context.request().path(), RequestIds.of(context));
  }

  /** The problem code of the response to this request; null = none. */
  public static String refusalOf(RoutingContext context) {
    return context.get(REFUSED);
  }

  private record Body(String type, byte[] bytes) {}

  private Body body(RoutingContext context, ProblemException problem) {
    context.put(REFUSED, problem.code().code());
    for (ProblemPage page : pages) {
      if (page.serves(context)) {
        Problem shown = Problem.ofPage(problem, context.request().path(), RequestIds.of(context));
        return new Body(MediaTypes.HTML_UTF8, page.html(context, shown).getBytes(UTF_8));
      }
    }
    try {
      return new Body(
          Problem.MEDIA_TYPE, json.writeValueAsBytes(of(context, problem, language(context))));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
