package vn.sogopy.platform.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.http.imports.ImportReport;

/**
 * A refusal that the caller can understand: services throw it, one place turns it into
 * application/problem+json. Rolls back the transaction it leaves.
 */
public final class ProblemException extends RuntimeException {
  /** What {@code WWW-Authenticate} asks for. */
  public static final String CHALLENGE = "Bearer realm=\"sogopy\"";

  /** Errors told at once: nobody mends more before trying again. */
  static final int MAX_ERRORS = 100;

  private final ProblemCode code;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private transient ImportReport report;
  private transient List<Blocker> blockers;

  /**
   * @param arguments what the detail text of the code mentions
   */
  public ProblemException(ProblemCode code, Object... arguments) {
    this(code, List.of(arguments), List.of());
  }

  private ProblemException(ProblemCode code, List<Object> arguments, List<FieldError> errors) {
    super(code.code() + " " + arguments + " " + errors);
    this.code = code;
    this.arguments = arguments;
    this.errors = List.copyOf(errors);
  }

  /** Bad input: 400 with what is wrong, the first 100 of it, and how much it is in all. */
  public static ProblemException invalid(List<FieldError> errors) {
    List<FieldError> told = errors.subList(0, Math.min(errors.size(), MAX_ERRORS));
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED, List.of(errors.size(), told.size()), told);
  }

  public static ProblemException invalid(FieldError... errors) {
    return invalid(List.of(errors));
  }

  /** A conflict of several things that are there already, with every one that is meant. */
  public static ProblemException conflict(
      ProblemCode code, List<FieldError> errors, Object... arguments) {
    return new ProblemException(code, List.of(arguments), errors);
  }

  /** An import of which nothing was written, with what is wrong in which row. */
  public static ProblemException rejected(ImportReport report) {
    ProblemException problem =
        new ProblemException(ProblemCode.IMPORT_REJECTED, report.rejected(), report.received());
    problem.report = report;
    return problem;
  }

  /** The same problem, with the place of what is in its way. */
  public ProblemException at(FieldError error) {
    ProblemException problem = new ProblemException(code, arguments, List.of(error));
    headers.forEach(problem::header);
    return problem;
  }

  /**
   * @param types that the operation takes
   */
  public static ProblemException unsupported(List<String> types) {
    String names = types.stream().sorted().collect(Collectors.joining(", "));
    boolean patch = types.contains("application/merge-patch+json");
    return new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, names)
        .header(patch ? "Accept-Patch" : "Accept-Post", names);
  }

  /**
   * @param limit bytes
   */
  public static ProblemException tooLarge(long limit) {
    return new ProblemException(ProblemCode.CONTENT_TOO_LARGE, limit);
  }

  public static ProblemException notFound() {
    return new ProblemException(ProblemCode.NOT_FOUND);
  }

  /** Nobody we know, or nobody at all: 401 with the challenge. */
  public static ProblemException unauthenticated() {
    return new ProblemException(ProblemCode.UNAUTHENTICATED).header("WWW-Authenticate", CHALLENGE);
  }

  public ProblemException header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public ProblemCode code() {
    return code;
  }

  public List<Object> arguments() {
    return arguments;
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** The rows of a rejected import; null for every other problem. */
  public ImportReport report() {
    return report;
  }

  /** Says what stands in the way. */
  @SafeVarargs
  public final ProblemException blockers(List<Blocker>... lists) {
    blockers = Stream.of(lists).flatMap(List::stream).toList();
    return this;
  }

  /** What stands in the way; null for every problem that has no such list. */
  public List<Blocker> blockers() {
    return blockers;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
