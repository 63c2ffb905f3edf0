package vn.sogopy.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;

/** Dates of the contract: YYYY-MM-DD, existing days of the years 1900 to 2200. */
final class Dates {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /**
   * @throws DateTimeException if the text is not such a date
   */
  static LocalDate parse(String text) {
    LocalDate date = LocalDate.parse(text, FORM);
    if (date.getYear() < 1900 || date.getYear() > 2200) {
      throw new DateTimeException("year out of range");
    }
    return date;
  }
}
