package vn.sogopy.register.edition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** The warnings on the number and the date of a report; neither is refused. */
final class IssuanceChecks {
  private IssuanceChecks() {}

  /** The number and the date of another edition of the plan. */
  record Other(int draft, int edition, String reportNumber, LocalDate reportDate) {}

  /**
   * @param sealedOn the day of the seal, in Vietnam
   * @param today in Vietnam
   */
  static List<Warning> of(
      EditionView.Issuance issued, LocalDate sealedOn, LocalDate today, List<Other> others) {
    List<Warning> found = new ArrayList<>();
    LocalDate date = issued.reportDate();
    if (date.isAfter(today)) {
      found.add(Warning.of("/reportDate", WarningCode.REPORT_DATE_IN_FUTURE, date, today));
    }
    if (date.isBefore(sealedOn)) {
      found.add(Warning.of("/reportDate", WarningCode.REPORT_DATE_BEFORE_SEAL, date, sealedOn));
    }
    others.stream()
        .filter(other -> other.reportDate.getYear() == date.getYear())
        .filter(other -> areSame(other.reportNumber, issued.reportNumber()))
        .findFirst()
        .ifPresent(
            other ->
                found.add(
                    Warning.of(
                        "/reportNumber",
                        WarningCode.REPORT_NUMBER_USED,
                        issued.reportNumber(),
                        other.edition,
                        other.draft,
                        other.reportDate)));
    return found;
  }

  /** Whether two numbers are equal; one without a symbol equals one with any: 126, 126/BC-SKHĐT. */
  static boolean areSame(String one, String other) {
    String[] left = LetterNumber.key(one).split("/", 2);
    String[] right = LetterNumber.key(other).split("/", 2);
    return left[0].equals(right[0])
        && (left.length == 1 || right.length == 1 || left[1].equals(right[1]));
  }
}
