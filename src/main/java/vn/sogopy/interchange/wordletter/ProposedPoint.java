package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;

/**
 * A point without its section.
 *
 * @param context the headings above it; empty if there are none
 * @param text without its number
 * @param proposal null if there is no column for it
 * @param about the place in the draft according to a table; empty if none
 * @param place in the letter
 */
record ProposedPoint(String context, String text, String proposal, String about, String place) {
  /** Code points; the limit of a comment. */
  static final int MAX = 20_000;

  /** Reserve for a place before the text, and for colons. */
  private static final int PREFIX = 100;

  /** A longer text is not a heading. */
  static final int MAX_CONTEXT = 2_000;

  String content() {
    if (context.isEmpty()) {
      return text;
    }
    return context + (context.endsWith(":") ? " " : ": ") + text;
  }

  /** Splits the point into pieces within the limit of a comment. */
  List<ProposedPoint> fitting() {
    String longer = proposal == null || length(proposal) <= MAX ? text : text + "\n" + proposal;
    String kept = longer.equals(text) ? proposal : null;
    List<ProposedPoint> pieces = new ArrayList<>();
    int room = MAX - length(context) - PREFIX;
    for (String left = longer; !left.isEmpty(); ) {
      int end = length(left) <= room ? left.length() : left.offsetByCodePoints(0, room);
      int line = end == left.length() ? -1 : left.lastIndexOf('\n', end - 1);
      end = line > 0 ? line : end;
      String piece = left.substring(0, end).strip();
      if (!piece.isEmpty()) {
        pieces.add(new ProposedPoint(context, piece, pieces.isEmpty() ? kept : null, about, place));
      }
      left = left.substring(end).stripLeading();
    }
    return pieces;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
