package vn.sogopy.platform.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as Vietnamese papers print them: 4.859,96; Roman numerals for groups. */
public final class Numbers {
  private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] SIGNS = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

  private Numbers() {}

  /** "4.859". */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
  }

  /** A number in the prose of official papers, with two digits at least: "03", "17", "4.859". */
  public static String prose(long number) {
    return (number < 10 ? "0" : "") + of(number);
  }

  /**
   * A share in per cent with two digits at most, rounded half up: "66,67%", "80%".
   *
   * @param whole not 0
   */
  public static String percent(long part, long whole) {
    BigDecimal share =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return share.toPlainString().replace('.', ',') + "%";
  }

  /**
   * A Roman numeral.
   *
   * @param number 1 to 399
   */
  public static String roman(int number) {
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int i = 0; i < VALUES.length; i++) {
      while (rest >= VALUES[i]) {
        text.append(SIGNS[i]);
        rest -= VALUES[i];
      }
    }
    return text.toString();
  }
}
