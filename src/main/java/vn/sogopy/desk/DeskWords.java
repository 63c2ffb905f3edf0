package vn.sogopy.desk;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.platform.text.VietnamTime;

/** How pages print values: days as dd/MM/yyyy, times in Vietnam. */
@TemplateExtension
final class DeskWords {
  private DeskWords() {}

  static String day(LocalDate date) {
    return VietnamTime.shortDate(date);
  }

  static String clock(Instant instant) {
    return VietnamTime.clock(instant);
  }
}
