package vn.sogopy.platform.table;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a cell of a workbook can hold. */
public final class CellText {
  /** In UTF-16 units, as Excel counts. */
  private static final int MAX = 32_767;

  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private CellText() {}

  /** The text to be stored: without what XML cannot hold, no longer than a cell. */
  public static String of(String text) {
    StringBuilder kept = new StringBuilder();
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .filter(CellText::isXml)
        .forEach(kept::appendCodePoint);
    if (kept.length() > MAX) {
      kept.setLength(Character.isHighSurrogate(kept.charAt(MAX - 2)) ? MAX - 2 : MAX - 1);
      kept.append('…');
    }
    // Excel reads _x0041_ as A (ECMA-376 part 1, section 22.9.2.19).
    return kept.toString().replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
  }

  /** A text as a workbook stores it, as people see it: _x000D_ is the CR that Windows leaves. */
  static String read(String stored) {
    return stored.indexOf("_x") < 0
        ? stored
        : ESCAPED
            .matcher(stored)
            .replaceAll(
                one ->
                    Matcher.quoteReplacement(
                        Character.toString((char) Integer.parseInt(one.group(1), 16))));
  }

  /** XML 1.0, production 2. */
  private static boolean isXml(int c) {
    return c == '\t'
        || c == '\n'
        || c >= 0x20 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }
}
