package vn.sogopy.platform.http.idempotency;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * The Idempotency-Key header: 1-255 visible ASCII characters. {@code "k"} and bare {@code k} are
 * equal.
 */
public final class IdempotencyKey {
  public static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM =
      Pattern.compile(
          "\\s*(?:\"([\\x21\\x23-\\x7E]{1,255})\"|([\\x21\\x23-\\x7E][\\x21-\\x7E]{0,254}))\\s*");

  private IdempotencyKey() {}

  /**
   * @return the key, or null if the header is absent
   * @throws ProblemException 400 if it is malformed
   */
  public static String parse(String header) {
    if (header == null) {
      return null;
    }
    Matcher form = FORM.matcher(header);
    if (!form.matches()) {
      throw ProblemException.invalid(
          FieldError.header(HEADER, FieldCode.INVALID_HEADER, "1-255 visible ASCII"));
    }
    return form.group(1) != null ? form.group(1) : form.group(2);
  }
}
