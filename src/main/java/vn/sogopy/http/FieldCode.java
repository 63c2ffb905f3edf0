package vn.sogopy.http;

import java.util.Locale;

/**
 * What can be wrong with one field, parameter or header: the closed list of {@code errors[].code}.
 */
public enum FieldCode {
  ALREADY_USED,
  AMBIGUOUS,
  COLUMN_REQUIRED,
  CYCLE,
  DIFFERS_FROM_ROW,
  DUPLICATE_FIELD,
  EMPTY_BODY,
  INVALID_CURSOR,
  INVALID_DATE,
  INVALID_ENUM,
  INVALID_FORMAT,
  INVALID_HEADER,
  INVALID_INSTANT,
  INVALID_PERIOD,
  INVALID_TEXT,
  INVALID_UTF8,
  MALFORMED_CSV,
  MALFORMED_JSON,
  MALFORMED_XLSX,
  NOT_SUPPORTED,
  OUT_OF_RANGE,
  PLACE_REQUIRED,
  REPEATED_PARAMETER,
  REQUIRED,
  TOO_DEEP,
  TOO_LONG,
  TOO_SHORT,
  UNKNOWN_COMMENT,
  UNKNOWN_DRAFT,
  UNKNOWN_FIELD,
  UNKNOWN_GROUP,
  UNKNOWN_ORGANIZATION,
  UNKNOWN_PARAMETER,
  UNKNOWN_PLAN,
  UNKNOWN_SECTION,
  WRONG_TYPE;

  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
