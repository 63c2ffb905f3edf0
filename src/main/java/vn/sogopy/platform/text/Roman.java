package vn.sogopy.platform.text;

/** Roman numerals, for the groups of the register. */
public final class Roman {
  private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] SIGNS = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

  private Roman() {}

  /**
   * @param number 1 to 399
   */
  public static String of(int number) {
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
