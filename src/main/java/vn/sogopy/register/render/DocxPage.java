package vn.sogopy.register.render;

/** A4 with the margins of Nghị định 30/2020/NĐ-CP, in millimetres. */
final class DocxPage {
  static final int TOP = 22;
  static final int BOTTOM = 20;
  static final int LEFT = 30;
  static final int RIGHT = 15;

  /** From the edge of the page to the number in the top margin. */
  static final int HEADER = 8;

  /** Between the margins of a standing page. */
  static final int TALL = 297 - TOP - BOTTOM;

  /** Between the margins of a lying page. */
  static final int LOW = 210 - TOP - BOTTOM;

  private DocxPage() {}
}
