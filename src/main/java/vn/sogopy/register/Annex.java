package vn.sogopy.register;

/** The tables behind the report. */
public enum Annex {
  /** Every comment and its answer; the title is that of the register. */
  COMMENTS(null),
  /** The consultees and their replies. */
  ASKED("DANH SÁCH CƠ QUAN ĐƯỢC LẤY Ý KIẾN VÀ TÌNH TRẠNG TRẢ LỜI"),
  /** Counts by group of bodies and result. */
  MATRIX("TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN"),
  /** The letters, numbered as their copies are. */
  LETTERS("DANH MỤC VĂN BẢN GÓP Ý");

  private final String title;

  Annex(String title) {
    this.title = title;
  }

  public String title(Register register) {
    return title == null ? register.title() : title;
  }
}
