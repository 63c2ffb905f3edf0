package vn.sogopy.platform.http.problem;

import java.util.Locale;

/** The closed list of warnings[].code: what is odd but accepted, and dates that end soon. */
public enum WarningCode {
  ANSWERS_DUE_AFTER_SEAL,
  CONTACT_IN_FUTURE,
  DATE_AFTER_END,
  DATE_AFTER_RECEIPT,
  DATE_BEFORE_DRAFT,
  DATE_IN_FUTURE,
  DATE_OUT_OF_RANGE,
  DRAFT_NOT_OPEN,
  DUE_DATE_BEFORE_LETTER,
  DUE_DATE_BEFORE_OPENING,
  DUE_DATE_SOON,
  DUE_DATE_UNREADABLE,
  EARLIER_NOT_REACHED,
  EARLIER_WITHDRAWN,
  FILE_LEFT_OUT,
  KEY_EXPIRES,
  LETTER_DIFFERS,
  LETTER_EXISTS,
  LETTER_IN_WORK,
  LETTER_NUMBER_USED,
  PLANNED_OUT_OF_ORDER,
  REACHED_IN_FUTURE,
  REACHED_OUT_OF_ORDER,
  RECEIPT_CLAIMED,
  RECEIPT_IN_FUTURE,
  REPORT_DATE_BEFORE_SEAL,
  REPORT_DATE_IN_FUTURE,
  REPORT_NUMBER_USED,
  REQUEST_LETTER_UNKNOWN,
  SIGNATURE_MISSING;

  /** Lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
