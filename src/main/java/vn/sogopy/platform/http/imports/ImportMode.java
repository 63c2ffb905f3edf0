package vn.sogopy.platform.http.imports;

import java.util.Locale;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * How an import is to be done.
 *
 * @param partial takes the good rows though others are bad; else all or nothing
 * @param dryRun only tells what would happen
 * @param verbose tells of every row, not of the rejected alone
 */
public record ImportMode(boolean partial, boolean dryRun, boolean verbose, Locale locale) {

  /**
   * From the query parameters; absent = atomic, written, terse.
   *
   * @throws ProblemException 400
   */
  public static ImportMode of(String mode, String dryRun, String verbose, Locale locale) {
    if (mode != null && !mode.equals("atomic") && !mode.equals("partial")) {
      throw Params.wrong("mode", FieldCode.INVALID_ENUM, "atomic, partial");
    }
    return new ImportMode(
        "partial".equals(mode),
        Boolean.TRUE.equals(Params.bool("dryRun", dryRun)),
        Boolean.TRUE.equals(Params.bool("verbose", verbose)),
        locale);
  }
}
