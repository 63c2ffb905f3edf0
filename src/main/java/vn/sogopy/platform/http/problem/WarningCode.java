package vn.sogopy.platform.http.problem;

import java.util.Locale;

/**
 * The closed list of warnings[].code: dates that are inconsistent but accepted, dates that end soon,
 * and what was accepted without a part of it.
 */
public enum WarningCode {
  CONTACT_IN_FUTURE,
  DATE_AFTER_RECEIPT,
  DATE_BEFORE_DRAFT,
  DATE_IN_FUTURE,
  DATE_OUT_OF_RANGE,
  DUE_DATE_BEFORE_LETTER,
  DUE_DATE_UNREADABLE,
  EARLIER_NOT_REACHED,
  KEY_EXPIRES,
  LETTER_DIFFERS,
  PLANNED_OUT_OF_ORDER,
  REACHED_IN_FUTURE,
  REACHED_OUT_OF_ORDER,
  RECEIPT_CLAIMED,
  RECEIPT_IN_FUTURE,
  REQUEST_LETTER_UNKNOWN;

  /** Lower case with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
