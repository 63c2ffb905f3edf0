package vn.sogopy.interchange.wordletter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Numbering and headings of paragraphs and of their styles (ECMA-376 part 1, 17.3.1 and 17.7). */
final class DocxStyles {
  private static final int MAX = 5_000;

  /** Maximum length of a chain of styles based on one another. */
  private static final int MAX_CHAIN = 20;

  private final Map<String, Format> styles = new HashMap<>();

  /**
   * The properties of a paragraph or of a style.
   *
   * @param base the style of the paragraph, or the style that this style is based on; null = none
   * @param list of its paragraphs; null = none
   * @param level of the list; -1 if not given
   * @param endDeleted whether the end of the paragraph was deleted
   */
  record Format(String base, boolean heading, String list, int level, boolean endDeleted) {
    static final Format NONE = new Format(null, false, null, 0, false);
  }

  void read(WordXml in) throws XMLStreamException {
    for (String name = in.next(1); name != null; name = in.next(1)) {
      if (name.equals("style")) {
        String id = String.valueOf(in.attribute("styleId"));
        styles.put(id, format(in));
        if (styles.size() > MAX) {
          throw new XMLStreamException("more than " + MAX + " styles");
        }
      }
    }
  }

  /** Reads the rest of the current element, a style or the properties of a paragraph. */
  private static Format format(WordXml in) throws XMLStreamException {
    String base = null;
    boolean heading = false;
    String list = null;
    int level = -1;
    boolean endDeleted = false;
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "name" -> {
          String title = String.valueOf(in.val()).toLowerCase(Locale.ROOT);
          heading |= title.startsWith("heading ") || title.equals("title");
        }
        case "basedOn", "pStyle" -> base = in.val();
        case "outlineLvl" -> heading |= !"9".equals(in.val());
        case "numId" -> list = in.val();
        case "ilvl" -> level = Math.max(0, in.number("val", 0));
        case "del" -> endDeleted = true;
        case "pPrChange", "rPrChange", "numberingChange", "sectPrChange" -> in.skip();
        default -> {}
      }
    }
    return new Format(base, heading, list, level, endDeleted);
  }

  /** Reads the properties of a paragraph, and adds those of its style. */
  Format ofParagraph(WordXml in) throws XMLStreamException {
    Format own = format(in);
    boolean heading = false;
    String list = null;
    int level = own.level;
    Format next = own;
    for (int i = 0; next != null && i <= MAX_CHAIN; i++) {
      heading |= next.heading;
      if (list == null && next.list != null) {
        list = next.list;
        level = own.level < 0 ? next.level : own.level;
      }
      next = styles.get(next.base);
    }
    return new Format(
        null, heading, "0".equals(list) ? null : list, Math.max(0, level), own.endDeleted);
  }
}
