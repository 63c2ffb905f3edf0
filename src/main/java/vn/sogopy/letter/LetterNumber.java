package vn.sogopy.letter;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The number and symbol of a letter, such as 642/SXD-QHKT. They are typed dirtily ("263
 * /SGDĐT-VP"); what was typed is kept and shown, this is how two of them are compared. DOMAIN.md
 * section 4.
 */
public final class LetterNumber {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

  private LetterNumber() {}

  /** Without blanks, with plain hyphens: as it should have been typed. */
  public static String normalize(String typed) {
    // NFC comes after the blanks, since they may part a letter from its accent.
    String text = Normalizer.normalize(BLANKS.matcher(typed).replaceAll(""), Normalizer.Form.NFC);
    return DASHES.matcher(text).replaceAll("-");
  }

  /** The normalised number without regard to case and leading zeros: 05/TTr-UBND is 5/TTR-UBND. */
  public static String key(String typed) {
    return LEADING_ZEROS.matcher(normalize(typed).toUpperCase(Locale.ROOT)).replaceFirst("");
  }
}
