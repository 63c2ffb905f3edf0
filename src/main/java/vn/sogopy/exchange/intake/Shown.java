package vn.sogopy.exchange.intake;

import vn.sogopy.text.Text;

/** What goes back to the sender of a file. */
final class Shown {
  private static final int MOST = 200;

  private Shown() {}

  /** Not a whole novel, and nothing that no text may hold. */
  static String of(String typed) {
    String text = typed.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cn}]", "\uFFFD");
    return Text.length(text) > MOST
        ? text.substring(0, text.offsetByCodePoints(0, MOST)) + "…"
        : text;
  }
}
