package vn.sogopy.platform.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.platform.http.imports.ImportReport;
import vn.sogopy.platform.http.problem.Problem.Blocker;

/**
 * An error that the caller can understand. One mapper converts it to application/problem+json. It
 * rolls back the transaction that it leaves.
 */
public final class ProblemException extends RuntimeException {
  /** Value of {@code WWW-Authenticate}. */
  public static final String CHALLENGE = "Bearer realm=\"sogopy\"";

  /** Maximum number of errors in a problem. */
  static final int MAX_ERRORS = 100;

  private final ProblemCode code;
  private final transient List<Object> arguments;
  private final transient List<FieldError> errors;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private transient ImportReport report;
  private transient List<Blocker> blockers;

  /**
   * @param arguments of the detail text of the code
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

  /** 400 with the first {@link #MAX_ERRORS} errors and their total number. */
  public static ProblemException invalid(List<FieldError> errors) {
    List<FieldError> reported = errors.subList(0, Math.min(errors.size(), MAX_ERRORS));
    return new ProblemException(
        ProblemCode.VALIDATION_FAILED, List.of(errors.size(), reported.size()), reported);
  }

  public static ProblemException invalid(FieldError... errors) {
    return invalid(List.of(errors));
  }

  /**
   * @throws ProblemException {@link #invalid} if there are errors
   */
  public static void requireNone(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      throw invalid(errors);
    }
  }

  /** Bad input: 400 that names the query parameter. */
  public static ProblemException parameter(String name, FieldCode code, Object... arguments) {
    return invalid(FieldError.parameter(name, code, arguments));
  }

  /** A conflict of several existing resources, with an error for each. */
  public static ProblemException conflict(
      ProblemCode code, List<FieldError> errors, Object... arguments) {
    return new ProblemException(code, List.of(arguments), errors);
  }

  /** A rejected import of which nothing was written, with the errors of each row. */
  public static ProblemException rejected(ImportReport report) {
    ProblemException problem =
        new ProblemException(ProblemCode.IMPORT_REJECTED, report.rejected(), report.received());
    problem.report = report;
    return problem;
  }

  /** The same problem with the location of its cause. */
  public ProblemException at(FieldError error) {
    ProblemException problem = new ProblemException(code, arguments, List.of(error));
    headers.forEach(problem::header);
    return problem;
  }

  /**
   * @param types that the operation accepts
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

  /** 401 with the challenge, for missing and for invalid credentials. */
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

  /** The rows of a rejected import; null for other problems. */
  public ImportReport report() {
    return report;
  }

  @SafeVarargs
  public final ProblemException blockers(List<Blocker>... lists) {
    blockers = Stream.of(lists).flatMap(List::stream).toList();
    return this;
  }

  /** The blockers; null for problems without such a list. */
  public List<Blocker> blockers() {
    return blockers;
  }

  public Map<String, String> headers() {
    return headers;
  }
}
