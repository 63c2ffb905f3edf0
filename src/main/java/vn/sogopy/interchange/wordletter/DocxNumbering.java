package vn.sogopy.interchange.wordletter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import vn.sogopy.platform.text.Numbers;

/** Computes the labels of numbered paragraphs like Word (numbering.xml; 17.9). */
final class DocxNumbering {
  private static final String ABSTRACT = "abstract ";
  private static final int LEVELS = 9;
  private static final int MAX = 10_000;
  private static final Pattern LEVEL = Pattern.compile("%([1-9])");

  /** By list, abstract or concrete, and number of the level. */
  private final Map<String, Level> levels = new HashMap<>();

  /** Concrete lists, with the abstract list of each. */
  private final Map<String, String> lists = new HashMap<>();

  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private static final class Level {
    String format = "decimal";
    String text = "";
    int start;
  }

  void read(WordXml in) throws XMLStreamException {
    String list = "";
    String key = "";
    Level level = new Level();
    for (String name = in.next(1); name != null; name = in.next(1)) {
      switch (name) {
        case "abstractNum" -> list = ABSTRACT + in.attribute("abstractNumId");
        case "num" -> {
          list = in.attribute("numId");
          key = list + "/0";
        }
        case "abstractNumId" -> lists.put(list, ABSTRACT + in.val());
        case "lvlOverride" -> key = list + "/" + in.number("ilvl", 0);
        case "startOverride" -> starts.put(key, in.number("val", 1));
        case "lvl" -> {
          level = new Level();
          levels.put(list + "/" + in.number("ilvl", 0), level);
        }
        case "start" -> level.start = in.number("val", 0);
        case "numFmt" -> level.format = String.valueOf(in.val());
        case "lvlText" -> level.text = Objects.toString(in.val(), "");
        default -> {}
      }
      if (levels.size() + lists.size() + starts.size() > MAX) {
        throw new XMLStreamException("more than " + MAX + " lists");
      }
    }
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
            : count[level] == 0 ? Math.max(1, level(list, level).start) : count[level] + 1;
    Arrays.fill(count, level + 1, LEVELS, 0);
    return print(list, level, count);
  }

  /** A level of a concrete list; an overridden one belongs to this list alone. */
  private Level level(String list, int level) {
    Level own = levels.get(list + "/" + level);
    return own != null ? own : levels.getOrDefault(lists.get(list) + "/" + level, new Level());
  }

  private String print(String list, int level, int[] count) {
    Level shown = level(list, level);
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
              String number = number(level(list, i).format, Math.max(1, count[i]));
              return Matcher.quoteReplacement(number);
            })
        .strip();
  }

  private static String number(String format, int n) {
    return switch (format) {
      case "upperRoman" -> n < 400 ? Numbers.roman(n) : String.valueOf(n);
      // The letters after Z are AA, BB, and so on.
      case "upperLetter" ->
          String.valueOf((char) ('A' + (n - 1) % 26)).repeat(Math.min(1 + (n - 1) / 26, 5));
      case "lowerRoman" -> number("upperRoman", n).toLowerCase(Locale.ROOT);
      case "lowerLetter" -> number("upperLetter", n).toLowerCase(Locale.ROOT);
      default -> String.valueOf(n);
    };
  }
}
