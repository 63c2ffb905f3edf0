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
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import vn.sogopy.platform.http.json.JsonProblems;
import vn.sogopy.platform.http.openapi.Operations;

/** Converts every exception that leaves a resource to a response. */
public class ProblemMappers {
  @Inject ProblemWriter writer;
  @Inject Operations operations;

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
    Throwable.class
  })
  Response refused(Throwable e, RoutingContext context) {
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
    if (thrown.getCause() == null
        && (thrown instanceof NotFoundException || thrown instanceof NotAllowedException)) {
      return operations.refusal(context);
    }
    if (thrown instanceof NotSupportedException) {
      return operations.unsupported(context);
    }
    return SpoolProblems.isOne(thrown)
        ? SpoolProblems.of(thrown, folder)
        : FailureProblems.of(thrown, context.request().method().name());
  }

  /**
   * Problems while the framework reads a form or a file to the disk. It throws the same types for a
   * malformed form and for a full disk; only the stack frame differs.
   */
  static final class SpoolProblems {
    private static final String FORM_READER =
        "org.jboss.resteasy.reactive.server.core.multipart.MultiPart";

    private static final String FILE_READER = "FileBodyHandler";

    private SpoolProblems() {}

    static boolean isOne(Throwable thrown) {
      return !(thrown instanceof ProblemException)
          && Arrays.stream(thrown.getStackTrace())
              .map(StackTraceElement::getClassName)
              .anyMatch(name -> isFormReader(name) || name.endsWith(FILE_READER));
    }

    /** 503 for the disk, with a log entry; else 400. */
    static ProblemException of(Throwable thrown, Path folder) {
      Throwable root = thrown;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root instanceof IOException disk
              && !(root instanceof UnsupportedEncodingException)
              && !isFormReader(root.getStackTrace()[0].getClassName())
          ? FailureProblems.unwritable(folder, disk)
          : new ProblemException(ProblemCode.MALFORMED_MULTIPART);
    }

    private static boolean isFormReader(String name) {
      return name.regionMatches(true, 0, FORM_READER, 0, FORM_READER.length());
    }
  }
}
