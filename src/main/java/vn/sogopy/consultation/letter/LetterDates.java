package vn.sogopy.consultation.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** Checks the dates of a letter. */
final class LetterDates {
  private static final String DATE = "/date";

  private LetterDates() {}

  /**
   * The warnings on inconsistent dates.
   *
   * @param receivedOn null = unknown
   * @param openedOn the day on which the draft opened; null = unknown
   * @param today in Vietnam
   */
  static List<Warning> judge(
      LocalDate date, LocalDate receivedOn, LocalDate openedOn, LocalDate today) {
    List<Warning> found = new ArrayList<>();
    if (date.isAfter(today)) {
      found.add(Warning.of(DATE, WarningCode.DATE_IN_FUTURE, date, today));
    }
    if (openedOn != null && date.isBefore(openedOn)) {
      found.add(Warning.of(DATE, WarningCode.DATE_BEFORE_DRAFT, date, openedOn));
    }
    if (receivedOn != null && date.isAfter(receivedOn)) {
      found.add(Warning.of(DATE, WarningCode.DATE_AFTER_RECEIPT, date, receivedOn));
    }
    if (receivedOn != null && receivedOn.isAfter(today)) {
      found.add(Warning.of("/receivedOn", WarningCode.RECEIPT_IN_FUTURE, receivedOn, today));
    }
    return found;
  }
}
