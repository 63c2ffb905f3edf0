package vn.sogopy.interchange.edxml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The dates of messages, in the three formats that vendors use: {@code dd/MM/yyyy}, {@code
 * yyyy/MM/dd} and ISO 8601, each with or without a time. See docs/domain.md section 4.
 */
final class EdxmlDate {
  /** The form of a day in what the service writes. */
  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd");

  private static final DateTimeFormatter FORMS =
      new DateTimeFormatterBuilder()
          .appendPattern("[d/M/uuuu][uuuu/M/d][uuuu-M-d][ H:mm[:ss[")
          .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
          .appendPattern("]][ ][XXX][XX]]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  /** {@code xs:date} can have a time zone; XML writers of Java add it. The written day counts. */
  private static final Pattern ZONE_OF_DAY =
      Pattern.compile("(?<=^[0-9]{4}-[0-9]{2}-[0-9]{2})(Z|[+-][0-9]{2}:[0-9]{2})$");

  private EdxmlDate() {}

  /**
   * The day. With a time zone it is the day in Vietnam, since programs write midnight there as
   * 17:00 UTC of the day before. Empty for an invalid date, or a year outside 1 to 9999.
   */
  static Optional<LocalDate> parse(String text) {
    String written =
        text == null
            ? ""
            : ZONE_OF_DAY.matcher(text.strip()).replaceFirst("").replaceAll("[T\\s]+", " ");
    try {
      TemporalAccessor read = FORMS.parseBest(written, OffsetDateTime::from, LocalDate::from);
      LocalDate day =
          read instanceof OffsetDateTime time
              ? VietnamTime.dayOf(time.toInstant())
              : LocalDate.from(read);
      return Optional.of(day).filter(date -> date.getYear() >= 1 && date.getYear() <= 9999);
    } catch (DateTimeException invalidDate) {
      return Optional.empty();
    }
  }
}
