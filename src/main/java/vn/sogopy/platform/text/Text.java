package vn.sogopy.platform.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normalizes typed text: LF line ends, nothing blank or invisible at the ends, NFC, no control
 * characters. docs/domain.md section 6, openapi.yaml.
 */
public final class Text {
  /**
   * Invisible characters that are no white space, for use within a character class: format
   * characters (bidi controls, zero-width and soft characters) and filler letters (Hangul fillers,
   * the empty Braille pattern).
   */
  public static final String INVISIBLE = "\\p{Cf}\\u115F\\u1160\\u3164\\uFFA0\\u2800";

  /** A single plain e-mail address, which cannot be parsed as two addresses or as a header. */
  public static final String EMAIL = "[^\\s@<>,;:\"()\\[\\]\\\\]+@[^\\s@<>,;:\"()\\[\\]\\\\]+";

  public static final String EMAIL_EXAMPLE = "a@example.org";

  private static final Pattern COMBINING = Pattern.compile("\\p{M}+");

  private Text() {}

  /**
   * Normalizes an input: CRLF and CR become LF, the ends are {@linkplain #trim trimmed}, then NFC.
   * Empty if nothing is visible.
   *
   * @throws IllegalTextException for C0 but tab and LF, DEL, C1, lone surrogates, noncharacters
   */
  public static String normalize(String sent) {
    String text = sent.indexOf('\r') < 0 ? sent : sent.replace("\r\n", "\n").replace('\r', '\n');
    text.codePoints().forEach(Text::check);
    return Normalizer.normalize(trim(text), Normalizer.Form.NFC);
  }

  private static void check(int c) {
    boolean control = Character.getType(c) == Character.CONTROL && c != '\t' && c != '\n';
    boolean lone = c >= 0xD800 && c <= 0xDFFF;
    boolean noncharacter = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    if (control || lone || noncharacter) {
      throw new IllegalTextException(c);
    }
  }

  /**
   * Unlike {@link String#strip()}, also removes no-break spaces and {@link #INVISIBLE} characters
   * from the ends. Combining marks stay; so do tags at the end, which belong to an emoji. Empty if
   * the text has only removed characters.
   */
  public static String trim(String text) {
    if (text.codePoints().noneMatch(Text::isVisible)) {
      return "";
    }
    int from = 0;
    int to = text.length();
    while (isUnseen(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (isUnseen(text.codePointBefore(to)) && !isTag(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isVisible(int c) {
    return !isUnseen(c) && !isMark(c);
  }

  /** Whether the character is white space or in {@link #INVISIBLE}. */
  private static boolean isUnseen(int c) {
    return switch (c) {
      case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
      default ->
          Character.isWhitespace(c)
              || Character.isSpaceChar(c)
              || Character.getType(c) == Character.FORMAT;
    };
  }

  private static boolean isTag(int c) {
    return c >= 0xE0020 && c <= 0xE007F;
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  /** The number of Unicode code points: the unit of every length limit of the contract. */
  public static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /**
   * Removes accents and case, for comparison: "Quy hoạch" and "quy hoach", "ĐMC" and "dmc" are
   * equal.
   */
  public static String fold(String text) {
    return withoutAccents(text).toLowerCase(Locale.ROOT);
  }

  /** "Đề nghị" becomes "De nghi". */
  public static String withoutAccents(String text) {
    String bare = COMBINING.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('đ', 'd').replace('Đ', 'D');
  }

  /** Like {@link #fold}, with single blanks and none at the ends: for typed names. */
  public static String foldName(String text) {
    return fold(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** A text with a character that is not allowed. */
  public static final class IllegalTextException extends IllegalArgumentException {
    private final int codePoint;

    IllegalTextException(int codePoint) {
      super(String.format("U+%04X", codePoint));
      this.codePoint = codePoint;
    }

    public int codePoint() {
      return codePoint;
    }
  }
}
