package vn.sogopy.platform.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as Vietnamese papers print them: 4.859,96. */
public final class Numbers {
  private Numbers() {}

  /** "4.859". */
  public static String of(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', '.');
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
}
