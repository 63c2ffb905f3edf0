package vn.sogopy.register.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts in the cells of a workbook, which hold 32,767 UTF-16 units at most. */
final class LongText {
  /** Leaves room: what is written in place of "_x" counts too. */
  static final int MAX = 32_000;

  /** So far back is a break between words looked for. */
  private static final int BACK = 500;

  /** Read by spreadsheets as the character of that number. */
  private static final Pattern CODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  private LongText() {}

  /**
   * The pieces in order; cut between words, where one white space gives way, else where it must.
   */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (text.length() - from > MAX) {
      int cut = cut(text, from + MAX);
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

  /** As it must be written so that it is read as it is: "_x0041_" would be read as "A". */
  static String coded(String text) {
    return text.indexOf("_x") < 0 ? text : CODED.matcher(text).replaceAll("_x005F_");
  }
}
