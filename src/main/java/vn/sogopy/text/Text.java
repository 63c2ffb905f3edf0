package vn.sogopy.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the service treats words that people typed: one line end, no blank rim, NFC, no control
 * characters. DOMAIN.md section 6, API.md section 1.
 */
public final class Text {
  private static final Pattern COMBINING = Pattern.compile("\\p{M}+");

  private Text() {}

  /**
   * Normalises what was sent: CRLF and CR become LF, then trimmed (Unicode white space), then NFC.
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

  /** Unlike {@link String#strip()}, also takes the no-break spaces that Word leaves at the ends. */
  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  /** The number of Unicode code points: the unit of every length limit of the contract. */
  public static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /**
   * Without accents and case, for comparing: "Quy hoạch" and "quy hoach", "ĐMC" and "dmc" are one.
   */
  public static String fold(String text) {
    String bare = COMBINING.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return bare.replace('đ', 'd').replace('Đ', 'D').toLowerCase(Locale.ROOT);
  }

  /** As {@link #fold}, any run of blanks as one, none at the ends: for names that people write. */
  public static String foldName(String text) {
    return fold(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  /** A text with a character that no comment may hold. */
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
