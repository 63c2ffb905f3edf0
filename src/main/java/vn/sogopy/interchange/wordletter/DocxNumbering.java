package vn.sogopy.interchange.wordletter;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.platform.text.Numbers;

/** Computes the labels of numbered paragraphs like Word (numbering.xml; 17.9). */
final class DocxNumbering {
  static final int LEVELS = 9;
  private static final int MAX = 10_000;
  private static final Pattern LEVEL = Pattern.compile("%([1-9])");

  private final Map<String, Level> levels = new HashMap<>();

  /** Lists by number, with the abstract list of each. */
  private final Map<String, String> lists = new HashMap<>();

  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, int[]> counts = new HashMap<>();

  private record Level(String format, String text, int start) {}

  void read(XMLStreamReader in) throws XMLStreamException {
    String of = null;
    String list = null;
    int level = 0;
    String format = "";
    String text = "";
    int start = 0;
    while (in.hasNext()) {
      int event = in.next();
      String name = in.hasName() ? in.getLocalName() : "";
      if (event == XMLStreamConstants.START_ELEMENT) {
        String val = DocxBody.attribute(in, "val");
        switch (name) {
          case "abstractNum" -> of = DocxBody.attribute(in, "abstractNumId");
          case "lvl", "lvlOverride" -> {
            level = DocxBody.number(DocxBody.attribute(in, "ilvl"), 0);
            format = "decimal";
            text = "";
            start = 0;
          }
          case "start" -> start = DocxBody.number(val, 0);
          case "numFmt" -> format = val == null ? "" : val;
          case "lvlText" -> text = val == null ? "" : val;
          case "num" -> list = DocxBody.attribute(in, "numId");
          case "abstractNumId" -> lists.put(String.valueOf(list), val);
          case "startOverride" -> starts.put(list + "/" + level, DocxBody.number(val, 1));
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && name.equals("lvl")) {
        // An overridden level belongs to the list alone.
        levels.put(
            (list == null ? of : "list " + list) + "/" + level, new Level(format, text, start));
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
    if (shown.format.equals("none")) {
      return "";
    }
    Matcher parts = LEVEL.matcher(shown.text.length() > 100 ? "" : shown.text);
    StringBuilder text = new StringBuilder();
    while (parts.find()) {
      int i = parts.group(1).charAt(0) - '1';
      String number = number(level(list, of, i).format, Math.max(1, count[i]));
      parts.appendReplacement(text, Matcher.quoteReplacement(number));
    }
    return parts.appendTail(text).toString().strip();
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
