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
import vn.sogopy.platform.http.connection.AllowedMethods;
import vn.sogopy.platform.http.json.JsonProblems;

/**
 * Maps all exceptions to responses. Each type is listed because the framework has its own mapper
 * for it.
 */
public class ProblemMappers {
  @Inject ProblemWriter writer;
  @Inject AllowedMethods methods;

  @ServerExceptionMapper
  Response problem(ProblemException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response notFound(NotFoundException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response unauthorized(UnauthorizedException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response failedAuthentication(AuthenticationFailedException e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response any(Throwable e, RoutingContext context) {
    return answer(e, context);
  }

  @ServerExceptionMapper
  Response invalid(ConstraintViolationException e, RoutingContext context) {
    return answer(ProblemException.invalid(Violations.of(e.getConstraintViolations())), context);
  }

  /** JSON that cannot be bound to its record. */
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, RoutingContext context) {
    return answer(JsonProblems.of(e), context);
  }

  private Response answer(Throwable thrown, RoutingContext context) {
    ProblemException problem =
        thrown instanceof NotFoundException || thrown instanceof NotAllowedException
            ? methods.refusal(context)
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
