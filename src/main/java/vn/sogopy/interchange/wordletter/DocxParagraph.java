package vn.sogopy.interchange.wordletter;

/** A paragraph of a Word document during reading. */
final class DocxParagraph {
  private final DocxStyles styles;
  private final StringBuilder text = new StringBuilder();

  private String style;
  private String list;
  private int level = -1;
  private boolean outlined;
  private boolean markDeleted;

  private boolean properties;
  private boolean bold;

  /** Whether it has a letter or digit that is not bold. */
  private boolean plain;

  DocxParagraph(DocxStyles styles) {
    this.styles = styles;
  }

  /** Processes the start of an element; returns the text that the element itself prints. */
  String start(String name, String val, String ilvl) {
    switch (name) {
      case "pPr" -> properties = true;
      case "pStyle" -> style = val;
      case "numId" -> list = val;
      case "ilvl" -> level = Math.max(0, DocxBody.number(val, 0));
      case "outlineLvl" -> outlined = !"9".equals(val);
      case "r" -> bold = false;
      case "b" -> bold = !properties && !isOff(val);
      case "br", "cr" -> {
        return "\n";
      }
      case "tab", "ptab" -> {
        return properties ? "" : " ";
      }
      case "noBreakHyphen" -> {
        return "-";
      }
      default -> {}
    }
    return "";
  }

  void end(String name) {
    properties &= !name.equals("pPr");
  }

  private static boolean isOff(String val) {
    return "0".equals(val) || "false".equals(val) || "off".equals(val);
  }

  void append(String more) {
    plain |= !bold && more.codePoints().anyMatch(Character::isLetterOrDigit);
    text.append(more);
  }

  boolean inProperties() {
    return properties;
  }

  void markDeleted() {
    markDeleted = true;
  }

  boolean isMarkDeleted() {
    return markDeleted;
  }

  String text() {
    return text.toString();
  }

  /** The list of the paragraph; null if none. */
  String list() {
    String own = list == null && style != null ? styles.numbers(style) : list;
    return own == null || own.equals("0") ? null : own;
  }

  int level() {
    return level >= 0
        ? level
        : list == null && style != null ? Math.max(0, styles.level(style)) : 0;
  }

  boolean isHeading() {
    boolean allBold = !plain && text.codePoints().anyMatch(Character::isLetterOrDigit);
    return outlined || allBold || style != null && styles.isHeading(style);
  }
}
