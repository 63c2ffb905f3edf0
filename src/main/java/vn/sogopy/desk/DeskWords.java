package vn.sogopy.desk;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Role;

/** How pages print values: days as dd/MM/yyyy, times in Vietnam. */
@TemplateExtension
public final class DeskWords {
  private static final int BRIEF = 160;

  private DeskWords() {}

  static String day(LocalDate date) {
    return VietnamTime.shortDate(date);
  }

  /** "Dự thảo lần 2", with its title if that says more. */
  static String named(DraftView draft) {
    String name = "Dự thảo lần " + draft.number();
    return draft.title().equals(name) ? name : name + ": " + draft.title();
  }

  /** "Mã tiếp nhận 1042", "Mã tiếp nhận 1042.2" for a part. */
  public static String receiptLabel(CommentView point) {
    String part = point.part() == null ? "" : "." + point.part();
    return "Mã tiếp nhận " + point.receiptNumber() + part;
  }

  static String clock(Instant instant) {
    return VietnamTime.clock(instant);
  }

  /** What an office calls the role. */
  static String label(Role role) {
    return switch (role) {
      case SUBMITTER -> "Cơ quan góp ý";
      case CONSULTANT -> "Đơn vị tư vấn";
      case COORDINATOR -> "Điều phối";
      case VIEWER -> "Lãnh đạo";
      case ADMIN -> "Quản trị";
    };
  }

  /** "4.859". */
  static String number(Number number) {
    return Numbers.of(number.longValue());
  }

  /** "03", "17", "4.859". */
  static String prose(Number number) {
    return Numbers.prose(number.longValue());
  }

  /** "còn 12 ngày", "hôm nay là ngày cuối", "đã quá hạn 03 ngày". */
  static String left(LocalDate due) {
    long days = ChronoUnit.DAYS.between(VietnamTime.today(), due);
    return days == 0
        ? "hôm nay là ngày cuối"
        : days > 0
            ? "còn " + Numbers.prose(days) + " ngày"
            : "đã quá hạn " + Numbers.prose(-days) + " ngày";
  }

  /** The beginning of a long text. */
  static String brief(String text) {
    return text.codePointCount(0, text.length()) <= BRIEF
        ? text
        : text.substring(0, text.offsetByCodePoints(0, BRIEF)).strip() + "…";
  }

  /** The text as a value in the query of an address. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
