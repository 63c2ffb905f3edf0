package vn.sogopy.platform.http.problem;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** The errors of a problem, for comparison. */
public final class Problems {
  private Problems() {}

  public static ProblemException of(ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    if (problem == null) {
      throw new AssertionError("nothing was refused");
    }
    return problem;
  }

  public static ProblemCode code(ThrowingCallable call) {
    return of(call).code();
  }

  /** Each as "name code [arguments]". */
  public static List<String> errors(ThrowingCallable call) {
    return of(call).errors().stream()
        .map(error -> error.name() + " " + error.code().code() + " " + error.arguments())
        .toList();
  }
}
