package vn.sogopy.interchange.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The dates of messages, in the three forms that vendors write: {@code dd/MM/yyyy}, {@code
 * yyyy/MM/dd} and ISO 8601, each with a time behind it or without. docs/domain.md section 4.
 */
final class EdxmlDate {
  private static final String TIME =
      "(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.[0-9]{1,9})?)?\\s*(Z|[+-][0-9]{2}:?[0-9]{2})?)?";

  private static final Pattern DAY_FIRST =
      Pattern.compile("([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})" + TIME);

  private static final Pattern YEAR_FIRST =
      Pattern.compile("([0-9]{4})([/-])([0-9]{1,2})\\2([0-9]{1,2})" + TIME);

  /** {@code xs:date} may end so, and Java's XML writers let it: the day is the one written. */
  private static final Pattern ZONE_OF_DAY =
      Pattern.compile("(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})$");

  private EdxmlDate() {}

  /**
   * The day; where a zone is written, that in Vietnam, since programs write midnight there as 17:00
   * UTC of the day before. Empty for what is no such date, or no day of the years 1 to 9999.
   */
  static Optional<LocalDate> parse(String text) {
    String trimmed = text == null ? "" : ZONE_OF_DAY.matcher(text.strip()).replaceFirst("");
    Matcher found = DAY_FIRST.matcher(trimmed);
    try {
      if (found.matches()) {
        return day(found, found.group(3), found.group(2), found.group(1), 4);
      }
      found = YEAR_FIRST.matcher(trimmed);
      return found.matches()
          ? day(found, found.group(1), found.group(3), found.group(4), 5)
          : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(
      Matcher found, String year, String month, String day, int time) {
    LocalDate date =
        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    if (date.getYear() < 1) {
      return Optional.empty();
    }
    if (found.group(time) == null) {
      return Optional.of(date);
    }
    String seconds = found.group(time + 2);
    LocalTime clock =
        LocalTime.of(
            Integer.parseInt(found.group(time)),
            Integer.parseInt(found.group(time + 1)),
            seconds == null ? 0 : Integer.parseInt(seconds));
    String zone = found.group(time + 3);
    return Optional.of(
        zone == null
            ? date
            : VietnamTime.dayOf(LocalDateTime.of(date, clock).toInstant(ZoneOffset.of(zone))));
  }
}
