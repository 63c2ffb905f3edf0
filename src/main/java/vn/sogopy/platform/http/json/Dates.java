package vn.sogopy.platform.http.json;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import vn.sogopy.platform.text.VietnamTime;

/** Dates of the contract: YYYY-MM-DD, existing days of the years 1900 to 2200. */
public final class Dates {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private Dates() {}

  /**
   * @throws DateTimeException if the text is not such a date
   */
  static LocalDate parse(String text) {
    return inRange(LocalDate.parse(text, FORM));
  }

  /**
   * As {@link #parse}, of the years 1 to 9999: what was kept before the range was checked.
   *
   * @throws DateTimeException if the text is not such a date
   */
  public static LocalDate parseAnyYear(String text) {
    LocalDate date = LocalDate.parse(text, FORM);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new DateTimeException("year out of range");
    }
    return date;
  }

  /**
   * @throws DateTimeException if it lies in another year
   */
  static <T extends TemporalAccessor> T inRange(T time) {
    if (!VietnamTime.isYear(time.get(ChronoField.YEAR))) {
      throw new DateTimeException("year out of range");
    }
    return time;
  }
}
