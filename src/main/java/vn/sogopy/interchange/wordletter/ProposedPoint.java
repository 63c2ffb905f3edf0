package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;

/**
 * A point as it was found, before its section is guessed.
 *
 * @param context the headings above it; empty if there are none
 * @param text what is said, without its number
 * @param proposal null if no column is for it
 * @param about what a table names as the place in the draft; empty if nothing
 * @param place in the letter
 */
record ProposedPoint(String context, String text, String proposal, String about, String place) {
  /** Code points that a comment may have. */
  static final int MAX = 20_000;

  /** Room for a place before it, and for colons. */
  private static final int PREFIX = 100;

  /** Longer headings are no headings. */
  static final int MAX_CONTEXT = 2_000;

  String content() {
    if (context.isEmpty()) {
      return text;
    }
    return context + (context.endsWith(":") ? " " : ": ") + text;
  }

  /** The same in pieces that fit into a comment each. */
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
