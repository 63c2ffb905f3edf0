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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.sogopy.platform.http.connection.AllowedMethods;
import vn.sogopy.platform.http.json.JsonProblems;

/**
 * The one way from an exception to an answer. Each type is named because the framework has its own
 * mapper for it.
 */
public class ProblemMappers {
  @Inject ProblemWriter writer;
  @Inject AllowedMethods methods;

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

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
  Response unsupported(NotSupportedException e, RoutingContext context) {
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

  /** JSON that does not fit its record. */
  @ServerExceptionMapper
  Response unreadable(MismatchedInputException e, RoutingContext context) {
    return answer(JsonProblems.of(e), context);
  }

  private Response answer(Throwable thrown, RoutingContext context) {
    ProblemException problem = problem(thrown, context);
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

  private ProblemException problem(Throwable thrown, RoutingContext context) {
    if (thrown instanceof NotFoundException || thrown instanceof NotAllowedException) {
      return methods.refusal(context);
    }
    if (thrown instanceof NotSupportedException) {
      return methods.unsupported(context);
    }
    return SpoolProblems.isOne(thrown)
        ? SpoolProblems.of(thrown, folder)
        : FailureProblems.of(thrown, context.request().method().name());
  }
}
