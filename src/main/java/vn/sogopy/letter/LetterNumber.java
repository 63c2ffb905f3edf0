package vn.sogopy.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.sogopy.platform.text.Text;

/**
 * The number and symbol of a letter, such as 642/SXD-QHKT. They are typed dirtily ("263
 * /SGDĐT-VP"); what was typed is kept and shown, this is how two of them are compared.
 * docs/domain.md section 4.
 */
public final class LetterNumber {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}" + Text.INVISIBLE + "]+");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern SLASHES = Pattern.compile("[\\uFF0F\\u2215\\u2044]");

  /** Letters of other languages that look like Đ. */
  private static final Pattern D_WITH_STROKE = Pattern.compile("[\\u00D0\\u0189]");

  private static final Pattern WORD_FOR_NUMBER = Pattern.compile("(?iu)^(?:số[:.]*)+(?=[0-9])");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

  /**
   * What can be one at all: on one line, with a letter or digit (Unicode L, N) that {@link
   * #normalize} leaves.
   */
  public static final String FORM = "[^\\n\\t]*[\\p{L}\\p{N}&&[^" + Text.INVISIBLE + "]][^\\n\\t]*";

  /** {@link #FORM} as far as JSON Schema can say it: Unicode's classes are not known to all. */
  public static final String ONE_LINE = "[^\\n\\t]*";

  public static final String EXAMPLE = "642/SXD-QHKT";

  private LetterNumber() {}

  /**
   * Without blanks, what cannot be seen and a leading "Số", with plain hyphens and slashes: as it
   * should have been typed.
   */
  public static String normalize(String typed) {
    // NFC comes after the blanks, since they may part a letter from its accent.
    String text = Normalizer.normalize(BLANKS.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
    text = DASHES.matcher(text).replaceAll("-");
    text = SLASHES.matcher(text).replaceAll("/");
    text = D_WITH_STROKE.matcher(text).replaceAll("Đ").replace('\u00F0', 'đ');
    return WORD_FOR_NUMBER.matcher(text).replaceFirst("");
  }

  /** The normalised number without regard to case and leading zeros: 05/TTr-UBND is 5/TTR-UBND. */
  public static String key(String typed) {
    return LEADING_ZEROS.matcher(normalize(typed).toUpperCase(Locale.ROOT)).replaceFirst("");
  }
}
