package vn.sogopy.interchange.wordletter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Numbering and headings of paragraph styles (styles.xml; ECMA-376 part 1, 17.7). */
final class DocxStyles {
  private static final int MAX = 5_000;

  /** Maximum length of a chain of styles based on one another. */
  private static final int MAX_CHAIN = 20;

  private final Map<String, Style> styles = new HashMap<>();

  /**
   * @param numbers the list of the style itself; null = none
   */
  private record Style(String base, boolean heading, String numbers, int level) {}

  void read(XMLStreamReader in) throws XMLStreamException {
    String id = null;
    String base = null;
    String numbers = null;
    boolean heading = false;
    int level = 0;
    while (in.hasNext()) {
      int event = in.next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (name) {
          case "style" -> {
            id = DocxBody.attribute(in, "styleId");
            base = null;
            numbers = null;
            heading = false;
            level = 0;
          }
          case "name" -> {
            String title = String.valueOf(DocxBody.attribute(in, "val")).toLowerCase(Locale.ROOT);
            heading |= title.startsWith("heading ") || title.equals("title");
          }
          case "basedOn" -> base = DocxBody.attribute(in, "val");
          case "outlineLvl" -> heading |= !"9".equals(DocxBody.attribute(in, "val"));
          case "numId" -> numbers = DocxBody.attribute(in, "val");
          case "ilvl" -> level = DocxBody.number(DocxBody.attribute(in, "val"), 0);
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("style") && id != null) {
        if (styles.size() == MAX) {
          throw new XMLStreamException("more than " + MAX + " styles");
        }
        styles.put(id, new Style(base, heading, numbers, level));
      }
    }
  }

  boolean isHeading(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && i < MAX_CHAIN; i++) {
      if (style.heading) {
        return true;
      }
      style = styles.get(style.base);
    }
    return false;
  }

  /** The list of paragraphs of this style; null if none. */
  String numbers(String id) {
    Style style = numbered(id);
    return style == null ? null : style.numbers;
  }

  int level(String id) {
    Style style = numbered(id);
    return style == null ? 0 : style.level;
  }

  private Style numbered(String id) {
    Style style = styles.get(id);
    for (int i = 0; style != null && style.numbers == null && i < MAX_CHAIN; i++) {
      style = styles.get(style.base);
    }
    return style;
  }
}
