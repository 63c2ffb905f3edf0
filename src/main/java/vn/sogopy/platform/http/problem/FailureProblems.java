package vn.sogopy.platform.http.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.connection.Stop;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.json.JsonProblems;
import vn.sogopy.platform.sql.Outage;
import vn.sogopy.platform.sql.SqlException;

/** Maps exceptions to the problem that the caller may see. */
public final class FailureProblems {
  private static final Logger LOG = Logger.getLogger(FailureProblems.class);

  /**
   * SQL states after which a retry may succeed: deadlock, serialization failure, lock timeout,
   * statement timeout, idle-in-transaction timeout. Nothing was written. After a foreign key
   * violation, what the request refers to was deleted meanwhile, and a retry names it.
   */
  private static final Set<String> RETRY_STATES =
      Set.of("40001", "40P01", "55P03", "57014", "25P03", "23503");

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** A character or a time that PostgreSQL cannot store and no input check has refused. */
  private static final Set<String> UNUSABLE_VALUES = Set.of("22021", "22008");

  private static final String FORM_READER =
      "org.jboss.resteasy.reactive.server.core.multipart.MultiPart";

  private FailureProblems() {}

  static ProblemException of(Throwable thrown, String method) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
    }
    if (Stop.isOver()) {
      LOG.warn("a request was cut by the stop of the service");
      return unavailable();
    }
    if (thrown instanceof UnauthorizedException || thrown instanceof AuthenticationException) {
      return ProblemException.unauthenticated();
    }
    if (thrown instanceof ForbiddenException) {
      return new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (thrown instanceof WebApplicationException
        && thrown.getCause() instanceof JsonProcessingException json) {
      return JsonProblems.of(json);
    }
    if (thrown instanceof ConstraintViolationException invalid) {
      return ProblemException.invalid(Violations.of(invalid.getConstraintViolations()));
    }
    if (thrown instanceof MismatchedInputException unbound) {
      return JsonProblems.of(unbound);
    }
    if (thrown instanceof CharacterCodingException) {
      return ProblemException.invalid(FieldError.pointer("", FieldCode.INVALID_UTF8));
    }
    if (thrown instanceof BulkheadException) {
      return new ProblemException(ProblemCode.TOO_MANY_REQUESTS).header("Retry-After", "5");
    }
    if (thrown instanceof WebApplicationException web) {
      return ofStatus(web.getResponse().getStatus(), method);
    }
    String state = SqlException.stateOf(thrown);
    if (SqlException.isCommitLost(thrown) && !READING.contains(method)) {
      Outage.log("the database was lost during a COMMIT", thrown);
      return new ProblemException(ProblemCode.OUTCOME_UNKNOWN).header("Retry-After", "2");
    }
    if (SqlException.isTimeUp(thrown) || isTransient(state)) {
      Outage.log("database not available or busy", thrown);
      return unavailable();
    }
    if (state == null) {
      LOG.error("unexpected failure", thrown);
      return new ProblemException(ProblemCode.INTERNAL_ERROR);
    }
    // Without the exception, because messages of the driver contain values of the statement.
    LOG.errorf("the database refused a statement: SQLSTATE %s at %s", state, ownFrames(thrown));
    return new ProblemException(
        UNUSABLE_VALUES.contains(state) ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR);
  }

  /** Whether the same request may succeed on a retry. */
  private static boolean isTransient(String state) {
    return SqlException.isLost(state)
        || (state != null && (state.startsWith("53") || RETRY_STATES.contains(state)));
  }

  /** The stack frames of this service, innermost first. */
  private static List<StackTraceElement> ownFrames(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .filter(line -> line.getClassName().startsWith("vn.sogopy."))
        .limit(5)
        .toList();
  }

  public static ProblemException unavailable() {
    return new ProblemException(ProblemCode.SERVICE_UNAVAILABLE).header("Retry-After", "2");
  }

  /** The problem for a file that cannot be written. The cause is only logged. */
  public static ProblemException unwritable(Path folder, IOException why) {
    LOG.errorf("cannot write in %s: %s at %s", folder, why, ownFrames(why));
    return unavailable();
  }

  /** The problem for a status set by the framework. */
  static ProblemException ofStatus(int status, String method) {
    return switch (status) {
      case 401 -> ProblemException.unauthenticated();
      case 403 -> new ProblemException(ProblemCode.FORBIDDEN);
      case 404 -> ProblemException.notFound();
      case 405 -> new ProblemException(ProblemCode.METHOD_NOT_ALLOWED, method);
      case 406 -> new ProblemException(ProblemCode.NOT_ACCEPTABLE);
      case 413 -> ProblemException.tooLarge(BodyLimit.DEFAULT);
      case 503 -> unavailable();
      default ->
          new ProblemException(
              status >= 400 && status < 500 ? ProblemCode.BAD_REQUEST : ProblemCode.INTERNAL_ERROR);
    };
  }

  /**
   * Whether the framework failed to read a form or a file to the disk. It throws the same types for
   * a malformed form and for a full disk; only the stack frame differs.
   */
  static boolean isOfSpooling(Throwable thrown) {
    return !(thrown instanceof ProblemException)
        && Arrays.stream(thrown.getStackTrace())
            .map(StackTraceElement::getClassName)
            .anyMatch(name -> isFormReader(name) || name.endsWith("FileBodyHandler"));
  }

  /** 503 for the disk, with a log entry; else 400. */
  static ProblemException ofSpooling(Throwable thrown, Path folder) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root instanceof IOException disk
            && !(root instanceof UnsupportedEncodingException)
            && !isFormReader(root.getStackTrace()[0].getClassName())
        ? unwritable(folder, disk)
        : new ProblemException(ProblemCode.MALFORMED_MULTIPART);
  }

  private static boolean isFormReader(String name) {
    return name.regionMatches(true, 0, FORM_READER, 0, FORM_READER.length());
  }
}
