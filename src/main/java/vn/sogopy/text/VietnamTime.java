package vn.sogopy.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Every calendar judgement (late, overdue) is made in this zone; a due day ends at 24:00 there. */
public final class VietnamTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private VietnamTime() {}

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
}
