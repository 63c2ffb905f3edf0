package vn.sogopy.desk;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.text.VietnamTime;

/** How pages print values: days as dd/MM/yyyy, times in Vietnam. */
@TemplateExtension
final class DeskWords {
  private DeskWords() {}

  static String day(LocalDate date) {
    return VietnamTime.shortDate(date);
  }

  /** "Mã tiếp nhận 1042", "Mã tiếp nhận 1042.2" for a part. */
  static String receiptLabel(CommentView point) {
    String part = point.part() == null ? "" : "." + point.part();
    return "Mã tiếp nhận " + point.receiptNumber() + part;
  }

  static String clock(Instant instant) {
    return VietnamTime.clock(instant);
  }
}
