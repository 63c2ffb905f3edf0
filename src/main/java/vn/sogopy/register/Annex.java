package vn.sogopy.register;

/** The tables behind the report. */
public enum Annex {
  /** Every comment with what became of it; its title is the register's own. */
  COMMENTS(null),
  /** Who was asked, and who has answered. */
  ASKED("DANH SÁCH CƠ QUAN ĐƯỢC LẤY Ý KIẾN VÀ TÌNH TRẠNG TRẢ LỜI"),
  /** Groups of bodies against results. */
  MATRIX("TỔNG HỢP SỐ LIỆU THEO NHÓM CƠ QUAN"),
  /** The letters that came, numbered as their copies are. */
  LETTERS("DANH MỤC VĂN BẢN GÓP Ý");

  private final String title;

  Annex(String title) {
    this.title = title;
  }

  public String title(Register register) {
    return title == null ? register.title() : title;
  }
}
