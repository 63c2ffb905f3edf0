package vn.sogopy.interchange.wordletter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Numbering and headings of paragraph styles (styles.xml; ECMA-376 part 1, 17.7). */
final class DocxStyles {
  private static final int MAX = 5_000;

  /** Maximum length of a chain of styles based on one another. */
  private static final int MAX_CHAIN = 20;

  private final Map<String, Style> styles = new HashMap<>();

  /**
   * @param list of its paragraphs; null = none
   */
  record Style(String base, boolean heading, String list, int level) {}

  void read(WordXml in) throws XMLStreamException {
    for (String name = in.next(1); name != null; name = in.next(1)) {
      if (name.equals("style")) {
        String id = String.valueOf(in.attribute("styleId"));
        styles.put(id, style(in));
        if (styles.size() > MAX) {
          throw new XMLStreamException("more than " + MAX + " styles");
        }
      }
    }
  }

  private static Style style(WordXml in) throws XMLStreamException {
    String base = null;
    String list = null;
    boolean heading = false;
    int level = 0;
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "name" -> {
          String title = String.valueOf(in.val()).toLowerCase(Locale.ROOT);
          heading |= title.startsWith("heading ") || title.equals("title");
        }
        case "basedOn" -> base = in.val();
        case "outlineLvl" -> heading |= !"9".equals(in.val());
        case "numId" -> list = in.val();
        case "ilvl" -> level = in.number("val", 0);
        default -> {}
      }
    }
    return new Style(base, heading, list, level);
  }

  /** The style with the properties of the styles that it is based on. */
  Style of(String id) {
    boolean heading = false;
    String list = null;
    int level = 0;
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MAX_CHAIN; i++) {
      heading |= style.heading;
      level = list == null ? style.level : level;
      list = list == null ? style.list : list;
      style = styles.get(style.base);
    }
    return new Style(null, heading, list, level);
  }
}
