package vn.sogopy.platform.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Markup;

/** Texts in the cells of a workbook. */
public final class CellText {
  /** In UTF-16 units, as Excel counts. */
  public static final int MAX = 32_767;

  /** Leaves room for escapes. */
  private static final int MAX_PIECE = 32_000;

  /** How far back a piece is cut between words. */
  private static final int BACK = 500;

  /** Spreadsheets read it as the character with that number. */
  private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** The text as it is stored: without characters that XML cannot hold, limited to one cell. */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(Markup::isXml)
        .forEach(kept::appendCodePoint);
    return escaped(limited(kept.toString(), "…"));
  }

  /** The text, limited to one cell. A surrogate pair is never split. */
  public static String limited(String text, String mark) {
    if (text.length() <= MAX) {
      return text;
    }
    int end = MAX - mark.length();
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + mark;
  }

  /**
   * The text as a workbook stores it: "_x0041_" would be read as A (ECMA-376 part 1, 22.9.2.19).
   */
  static String escaped(String text) {
    return text.indexOf("_x") < 0 ? text : CODED.matcher(text).replaceAll("_x005F_");
  }

  /**
   * The text in pieces that a cell can hold. It is cut between words, where one white space is left
   * out, or else at the limit.
   */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > MAX_PIECE) {
      int cut = cut(text, from + MAX_PIECE);
      pieces.add(text.substring(from, cut));
      from = isBlank(text, cut) ? cut + 1 : cut;
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static int cut(String text, int latest) {
    for (int at = latest; at > latest - BACK; at--) {
      if (isBlank(text, at) && !isBlank(text, at - 1) && !isBlank(text, at + 1)) {
        return at;
      }
    }
    return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
  }

  private static boolean isBlank(String text, int at) {
    return at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\n');
  }

  /** A stored text as it is displayed: _x000D_ is the CR that Windows writes. */
  public static String read(String stored) {
    return stored.indexOf("_x") < 0
        ? stored
        : ESCAPED
            .matcher(stored)
            .replaceAll(
                one ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(one.group(1), 16))));
  }
}
