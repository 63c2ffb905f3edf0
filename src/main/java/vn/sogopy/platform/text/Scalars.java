package vn.sogopy.platform.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses dates, instants and ids in the one textual form of the contract. */
public final class Scalars {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  /** RFC 3339; the parser alone accepts years that PostgreSQL cannot hold. */
  private static final Pattern INSTANT =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?"
              + "([Zz]|[+-][0-9]{2}:[0-9]{2})");

  private Scalars() {}

  /**
   * YYYY-MM-DD, an existing day of the years 1900 to 2200.
   *
   * @throws DateTimeException if the text is not such a date
   */
  public static LocalDate date(String text) {
    return inRange(LocalDate.parse(text, DATE));
  }

  /**
   * Like {@link #date}, for the years 1 to 9999: for dates stored before the range was checked.
   *
   * @throws DateTimeException if the text is not such a date
   */
  public static LocalDate dateOfAnyYear(String text) {
    LocalDate date = LocalDate.parse(text, DATE);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new DateTimeException("year out of range");
    }
    return date;
  }

  /**
   * RFC 3339, of the years 1900 to 2200.
   *
   * @throws DateTimeException if the text is not such an instant
   */
  public static Instant instant(String text) {
    if (!INSTANT.matcher(text).matches()) {
      throw new DateTimeException("no RFC 3339 instant");
    }
    return inRange(OffsetDateTime.parse(text)).toInstant();
  }

  /**
   * The form of 36 characters; {@link UUID#fromString} alone accepts shorter groups.
   *
   * @throws IllegalArgumentException if the text is no UUID
   */
  public static UUID uuid(String text) {
    UUID id = UUID.fromString(text);
    if (!id.toString().equalsIgnoreCase(text)) {
      throw new IllegalArgumentException("no UUID");
    }
    return id;
  }

  private static <T extends TemporalAccessor> T inRange(T time) {
    if (!VietnamTime.isYear(time.get(ChronoField.YEAR))) {
      throw new DateTimeException("year out of range");
    }
    return time;
  }
}
