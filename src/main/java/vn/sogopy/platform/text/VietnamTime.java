package vn.sogopy.platform.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The time zone of every calendar rule (late, overdue); a due day ends at 24:00 there. */
public final class VietnamTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamTime() {}

  /** Whether the year of a date is accepted: 1900 to 2200, for every source. */
  public static boolean isYear(int year) {
    return year >= 1900 && year <= 2200;
  }

  public static LocalDate today() {
    return dayOf(Instant.now());
  }

  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }

  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** "06/4/2022": a leading zero for days 1-9 and months 1-2 only (Nghị định 30/2020/NĐ-CP). */
  public static String shortDate(LocalDate day) {
    return (day.getDayOfMonth() < 10 ? "0" : "")
        + day.getDayOfMonth()
        + (day.getMonthValue() < 3 ? "/0" : "/")
        + day.getMonthValue()
        + "/"
        + day.getYear();
  }

  /** "ngày 05 tháng 02 năm 2018": zeros as in {@link #shortDate}. */
  public static String longDate(LocalDate day) {
    return "ngày "
        + (day.getDayOfMonth() < 10 ? "0" : "")
        + day.getDayOfMonth()
        + (day.getMonthValue() < 3 ? " tháng 0" : " tháng ")
        + day.getMonthValue()
        + " năm "
        + day.getYear();
  }

  /** "10 giờ 05 ngày 25/11/2026", in Vietnam. */
  public static String clock(Instant instant) {
    ZonedDateTime time = instant.atZone(ZONE);
    return "%02d giờ %02d ngày %s"
        .formatted(time.getHour(), time.getMinute(), shortDate(time.toLocalDate()));
  }
}
