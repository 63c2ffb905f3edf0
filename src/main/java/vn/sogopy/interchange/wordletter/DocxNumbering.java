package vn.sogopy.interchange.wordletter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import vn.sogopy.platform.text.Numbers;

/** Computes the labels of numbered paragraphs like Word (numbering.xml; 17.9). */
final class DocxNumbering {
  private static final int LEVELS = 9;
  private static final int MAX = 10_000;
  private static final Pattern LEVEL = Pattern.compile("%([1-9])");

  /** By list, abstract or concrete, and number of the level. */
  private final Map<String, Level> levels = new HashMap<>();

  /** Lists by number, with the abstract list of each. */
  private final Map<String, String> lists = new HashMap<>();

  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private record Level(String format, String text, int start) {}

  void read(WordXml in) throws XMLStreamException {
    for (String name = in.next(1); name != null; name = in.next(1)) {
      if (name.equals("abstractNum")) {
        list(in, in.attribute("abstractNumId"), "");
      } else if (name.equals("num")) {
        list(in, in.attribute("numId"), "list ");
      }
    }
  }

  /**
   * @param kind of the list; an overridden level belongs to the concrete list alone
   */
  private void list(WordXml in, String id, String kind) throws XMLStreamException {
    int level = 0;
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "abstractNumId" -> lists.put(id, in.val());
        case "lvlOverride" -> level = in.number("ilvl", 0);
        case "startOverride" -> starts.put(id + "/" + level, in.number("val", 1));
        case "lvl" -> {
          level = in.number("ilvl", 0);
          levels.put(kind + id + "/" + level, level(in));
        }
        default -> {}
      }
      if (levels.size() + lists.size() + starts.size() > MAX) {
        throw new XMLStreamException("more than " + MAX + " lists");
      }
    }
  }

  private static Level level(WordXml in) throws XMLStreamException {
    String format = "decimal";
    String text = "";
    int start = 0;
    int outer = in.depth();
    for (String name = in.next(outer); name != null; name = in.next(outer)) {
      switch (name) {
        case "start" -> start = in.number("val", 0);
        case "numFmt" -> format = String.valueOf(in.val());
        case "lvlText" -> text = in.val() == null ? "" : in.val();
        default -> {}
      }
    }
    return new Level(format, text, start);
  }

  /** The label of the next paragraph of this list; empty if there is none. */
  String next(String list, int level) {
    String of = lists.get(list);
    if (of == null || level < 0 || level >= LEVELS) {
      return "";
    }
    int[] count = counts.computeIfAbsent(of, one -> new int[LEVELS]);
    Integer restart = starts.remove(list + "/" + level);
    count[level] =
        restart != null
            ? restart
            : count[level] == 0 ? Math.max(1, level(list, of, level).start) : count[level] + 1;
    for (int i = level + 1; i < LEVELS; i++) {
      count[i] = 0;
    }
    return print(list, of, level, count);
  }

  private Level level(String list, String of, int level) {
    Level own = levels.get("list " + list + "/" + level);
    return own != null ? own : levels.getOrDefault(of + "/" + level, new Level("none", "", 1));
  }

  private String print(String list, String of, int level, int[] count) {
    Level shown = level(list, of, level);
    if (shown.format.equals("bullet")) {
      String text = shown.text.strip();
      return text.matches("[-–—+]") ? text : "•"; // symbol fonts have private characters
    }
    if (shown.format.equals("none") || shown.text.length() > 100) {
      return "";
    }
    return LEVEL
        .matcher(shown.text)
        .replaceAll(
            found -> {
              int i = found.group(1).charAt(0) - '1';
              String number = number(level(list, of, i).format, Math.max(1, count[i]));
              return Matcher.quoteReplacement(number);
            })
        .strip();
  }

  private static String number(String format, int n) {
    return switch (format) {
      case "upperRoman" -> n < 400 ? Numbers.roman(n) : String.valueOf(n);
      case "lowerRoman" -> n < 400 ? Numbers.roman(n).toLowerCase(Locale.ROOT) : String.valueOf(n);
      case "upperLetter" -> letter(n);
      case "lowerLetter" -> letter(n).toLowerCase(Locale.ROOT);
      default -> String.valueOf(n);
    };
  }

  /** The letters after Z are AA, BB, and so on. */
  private static String letter(int n) {
    return String.valueOf((char) ('A' + (n - 1) % 26)).repeat(Math.min(1 + (n - 1) / 26, 5));
  }
}
