package vn.sogopy.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/**
 * The number and symbol of a letter, such as 642/SXD-QHKT. Senders type it in many ways ("263
 * /SGDĐT-VP"). The service stores and shows it as typed, and compares it by {@link #key}. Source:
 * docs/domain.md, section 4.
 */
public final class LetterNumber {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}" + Text.INVISIBLE + "]+");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern SLASHES = Pattern.compile("[\\uFF0F\\u2215\\u2044]");

  /** Letters of other alphabets that look like Đ. */
  private static final Pattern D_WITH_STROKE = Pattern.compile("[\\u00D0\\u0189]");

  private static final Pattern WORD_FOR_NUMBER = Pattern.compile("(?iu)^(?:số[:.]*)+(?=[0-9])");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

  /**
   * Regular expression of a valid number: one line with at least one letter or digit (Unicode L, N)
   * that {@link #normalize} keeps.
   */
  public static final String FORM = "[^\\n\\t]*[\\p{L}\\p{N}&&[^" + Text.INVISIBLE + "]][^\\n\\t]*";

  /** The part of {@link #FORM} that every validator of JSON Schema knows. */
  public static final String ONE_LINE = "[^\\n\\t]*";

  public static final String EXAMPLE = "642/SXD-QHKT";

  private LetterNumber() {}

  /** Removes blanks, invisible characters and a leading "Số". Uses plain hyphens and slashes. */
  public static String normalize(String typed) {
    // NFC comes after the removal of blanks, since a blank may separate a letter from its accent.
    String text = Normalizer.normalize(BLANKS.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
    text = DASHES.matcher(text).replaceAll("-");
    text = SLASHES.matcher(text).replaceAll("/");
    text = D_WITH_STROKE.matcher(text).replaceAll("Đ").replace('\u00F0', 'đ');
    return WORD_FOR_NUMBER.matcher(text).replaceFirst("");
  }

  /** The normalised number without case and leading zeros: 05/TTr-UBND equals 5/TTR-UBND. */
  public static String key(String typed) {
    return LEADING_ZEROS.matcher(normalize(typed).toUpperCase(Locale.ROOT)).replaceFirst("");
  }
}
