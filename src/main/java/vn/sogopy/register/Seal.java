package vn.sogopy.register;

import java.time.LocalDate;

/**
 * What an edition prints besides the register itself. Number and date of the report are given by
 * the clerks after signature: until then both are null, and blanks are printed.
 *
 * @param edition number of the edition within its draft
 * @param code by which a print can be told to be of this edition
 */
public record Seal(int edition, String code, String reportNumber, LocalDate reportDate) {

  /** The line that stands once, at the very end. */
  public String line() {
    return "Bản chốt số " + edition + "; mã xác thực " + code;
  }
}
