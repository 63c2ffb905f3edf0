package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.sogopy.platform.http.json.JsonProblems;
import vn.sogopy.platform.http.openapi.Operations;

/** Every exception that leaves a resource becomes an answer here. */
public class ProblemMappers {
  @Inject ProblemWriter writer;
  @Inject Operations operations;

  /** Each of these types is named because the framework has its own mapper for it. */
  @ServerExceptionMapper({
    ProblemException.class,
    WebApplicationException.class,
    NotFoundException.class,
    ForbiddenException.class,
    UnauthorizedException.class,
    AuthenticationFailedException.class,
    Throwable.class
  })
  Response refused(Throwable e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, RoutingContext context) {
    return answer(ProblemException.invalid(Violations.of(e.getConstraintViolations())), context);
  }

  /** JSON that does not fit its record. */
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, RoutingContext context) {
    return answer(JsonProblems.of(e), context);
  }

  private Response answer(Throwable thrown, RoutingContext context) {
    ProblemException problem =
        thrown.getCause() == null
                && (thrown instanceof NotFoundException || thrown instanceof NotAllowedException)
            ? operations.refusal(context)
            : FailureProblems.of(thrown, context.request().method().name());
    Response.ResponseBuilder answer =
        Response.status(problem.code().status())
            .header("Content-Type", Problem.MEDIA_TYPE)
            .header("Cache-Control", "no-store")
            .header("Content-Language", ProblemWriter.language(context).getLanguage())
            .header("Vary", "Accept-Language")
            .entity(writer.bytes(context, problem));
    ProblemWriter.headers(context, problem).forEach(answer::header);
    return answer.build();
  }
}
