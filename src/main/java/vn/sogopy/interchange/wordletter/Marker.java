package vn.sogopy.interchange.wordletter;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/**
 * The marker at the beginning of a point: "I.", "1.", "1.1", "a)", "-", "+", "•".
 *
 * @param kind points with markers of one kind are on one level
 * @param length in characters, including the blanks after it
 */
record Marker(String kind, int length) {
  private static final String DASHES = "[-–—−‒]";

  private record Form(String kind, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("dash", Pattern.compile("^" + DASHES + "+\\s*(?=\\S)")),
          new Form("plus", Pattern.compile("^\\+\\s*(?=\\S)")),
          new Form("bullet", Pattern.compile("^[•●▪■◦○*·♦➢➤✓❖]\\s*(?=\\S)")),
          new Form(
              "nested",
              Pattern.compile(
                  "^([0-9]{1,2}(?:\\.[0-9]{1,2}){1,3})(?:[.)/:]|(?=\\s))\\s*(?=[^\\d\\s])")),
          new Form(
              "number", Pattern.compile("^\\(?[0-9]{1,3}(?:[.)]\\s*(?=[^\\d\\s)])|/\\s+(?=\\S))")),
          new Form("roman", Pattern.compile("^[IVXL]{1,6}[.)/]\\s+(?=\\S)")),
          new Form("capital", Pattern.compile("^[A-HĐ][.)/]\\s+(?=\\S)")),
          new Form("letter", Pattern.compile("^[a-zđ][.)/]\\s+(?=\\S)|^\\(?[a-zđ]\\)\\s*(?=\\S)")));

  /**
   * The marker at the beginning of this text; null if there is none, or no visible text after it.
   */
  static Marker of(String text) {
    for (Form form : FORMS) {
      Matcher found = form.pattern.matcher(text);
      if (found.find() && isVisible(text.substring(found.end()))) {
        boolean nested = form.kind.equals("nested");
        return new Marker(
            nested ? form.kind + found.group(1).split("\\.").length : form.kind, found.end());
      }
    }
    return null;
  }

  /** Whether visible text follows. A combining character belongs to the blank before it. */
  private static boolean isVisible(String text) {
    return !Text.trim(text).isEmpty()
        && Character.getType(text.codePointAt(0)) != Character.NON_SPACING_MARK;
  }

  /** The typed or automatic marker of a paragraph; null if it has none. */
  static Marker of(Block.Paragraph paragraph) {
    if (paragraph.label().isEmpty()) {
      return of(paragraph.text());
    }
    Marker printed = of(paragraph.label() + " x");
    String kind = printed == null ? "label" : printed.kind;
    return new Marker(kind + "/" + paragraph.level(), 0);
  }
}
