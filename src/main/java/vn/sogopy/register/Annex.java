package vn.sogopy.register;

/** The annexes of the report. */
public enum Annex {
  /** Every comment and its answer; the title is that of the register. */
  COMMENTS(null),
  /** The consulted organizations and their replies. */
  ASKED("DANH SÁCH CƠ QUAN ĐƯỢC LẤY Ý KIẾN VÀ TÌNH TRẠNG TRẢ LỜI"),
  /** Counts by group of organizations and result. */
  MATRIX("TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN"),
  /** The index of letters; its numbers are in the names of their copies. */
  LETTERS("DANH MỤC VĂN BẢN GÓP Ý");

  private final String title;

  Annex(String title) {
    this.title = title;
  }

  public String title(Register register) {
    return title == null ? register.title() : title;
  }
}
