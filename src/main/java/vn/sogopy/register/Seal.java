package vn.sogopy.register;

import java.time.LocalDate;

/**
 * The data of an edition that are printed with its register. Number and date of the report are set
 * after signature; until then both are null, and blanks are printed.
 *
 * @param edition number of the edition within its draft
 * @param code verification code, by which the edition is looked up
 */
public record Seal(int edition, String code, String reportNumber, LocalDate reportDate) {

  /** The last line of the document. */
  public String line() {
    return "Bản chốt số liệu lần " + edition + "; mã tra cứu " + code;
  }
}
