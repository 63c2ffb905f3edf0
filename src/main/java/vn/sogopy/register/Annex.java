package vn.sogopy.register;

import static vn.sogopy.platform.table.Column.centred;
import static vn.sogopy.platform.table.Column.text;

import java.util.ArrayList;
import java.util.List;
import vn.sogopy.platform.table.Column;

/**
 * The annexes of the report, with the headings and widths of their tables in every printed format;
 * docs/domain.md section 6.
 */
public enum Annex {
  /** Every comment and its answer; the title is that of the register. */
  COMMENTS(null),
  /** The consulted organizations and their replies. */
  ASKED("DANH SÁCH CƠ QUAN ĐƯỢC LẤY Ý KIẾN VÀ TÌNH TRẠNG TRẢ LỜI"),
  /** Counts by group of organizations and result. */
  MATRIX("TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN"),
  /** The index of letters; its numbers are in the names of their copies. */
  LETTERS("DANH MỤC VĂN BẢN GÓP Ý");

  /** Width between the margins of landscape A4: 297 mm less 30 and 15. */
  public static final int LANDSCAPE_MM = 252;

  /** Width between the margins of portrait A4: 210 mm less 30 and 15. */
  public static final int PORTRAIT_MM = 165;

  private static final String NOTE = "Ghi chú";
  private static final String NUMBER = "STT";
  private static final String TOTAL = "Số ý kiến";
  private static final int MATRIX_MM = 17;

  /** The open points in the report; the total width is {@link #PORTRAIT_MM}. */
  public static final List<Column> DIFFERING =
      List.of(
          centred(NUMBER, 15),
          text("Cơ quan góp ý", 28),
          text("Nội dung góp ý", 49),
          text("Ý kiến tiếp thu, giải trình", 40),
          text("Lý do đề nghị xem xét", 33));

  /** The points with a direction in the report; the total width is {@link #PORTRAIT_MM}. */
  public static final List<Column> DIRECTED =
      List.of(
          centred(NUMBER, 15),
          text("Cơ quan góp ý", 25),
          text("Nội dung góp ý", 37),
          text("Ý kiến tiếp thu, giải trình", 28),
          text("Ý kiến chỉ đạo", 30),
          text("Văn bản, ngày", 30));

  private final String title;

  Annex(String title) {
    this.title = title;
  }

  public String title(Register register) {
    return title == null ? register.title() : title;
  }

  /** The columns of its table; the total width is {@link #LANDSCAPE_MM}. */
  public List<Column> columns(Register register) {
    return switch (this) {
      case COMMENTS -> register.topics() == null ? comments(register) : topics(register);
      case ASKED -> asked();
      case MATRIX -> matrix();
      case LETTERS -> letters();
    };
  }

  private static List<Column> comments(Register register) {
    if (!register.document().answers()) {
      return List.of(
          centred(NUMBER, 15),
          text("Số, ngày văn bản", 34),
          text("Phần, mục của dự thảo", 40),
          text("Nội dung góp ý", 133),
          text(NOTE, 30));
    }
    return List.of(
        centred(NUMBER, 15),
        text("Số, ngày văn bản", 26),
        text("Phần, mục của dự thảo", 30),
        text("Nội dung góp ý", 72),
        text("Kết quả xử lý", 24),
        text("Nội dung tiếp thu, giải trình (vị trí chỉnh sửa)", 65),
        text(NOTE, 20));
  }

  private static List<Column> topics(Register register) {
    Column topic = text("NHÓM VẤN ĐỀ HOẶC PHẦN, MỤC", 48);
    Column bodies = text("CHỦ THỂ GÓP Ý", 42);
    return register.document().answers()
        ? List.of(
            topic, bodies, text("NỘI DUNG GÓP Ý", 87), text("NỘI DUNG TIẾP THU, GIẢI TRÌNH", 75))
        : List.of(topic, bodies, text("NỘI DUNG GÓP Ý", 162));
  }

  private static List<Column> asked() {
    return List.of(
        centred(NUMBER, 12),
        text("Cơ quan được lấy ý kiến", 44),
        text("Văn bản xin ý kiến", 34),
        centred("Hạn trả lời", 22),
        text("Số, ngày văn bản góp ý", 62),
        centred("Ngày nhận", 22),
        text("Tình trạng", 22),
        centred(TOTAL, 14),
        text(NOTE, 20));
  }

  private static List<Column> matrix() {
    List<Column> columns = new ArrayList<>();
    int rest = LANDSCAPE_MM - 12 - MATRIX_MM * Annexes.MATRIX_HEADINGS.size();
    columns.add(centred(NUMBER, 12));
    columns.add(text("Nhóm cơ quan", rest));
    Annexes.MATRIX_HEADINGS.forEach(heading -> columns.add(centred(heading, MATRIX_MM)));
    return columns;
  }

  private static List<Column> letters() {
    return List.of(
        centred(NUMBER, 12),
        text("Cơ quan", 46),
        text("Số, ký hiệu", 34),
        centred("Ngày văn bản", 22),
        centred("Số đến", 18),
        centred("Ngày nhận", 22),
        text("Ý kiến trả lời", 30),
        text("Hình thức", 24),
        centred(TOTAL, 13),
        centred("Số tệp kèm theo", 12),
        text(NOTE, 19));
  }
}
