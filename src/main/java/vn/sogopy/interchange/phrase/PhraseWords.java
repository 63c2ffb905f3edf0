package vn.sogopy.interchange.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What is fixed in a phrase, and what is filled in. */
final class PhraseWords {
  /** As people mark the place to fill in: an ellipsis, dots or underscores in a row. */
  private static final Pattern PLACE = Pattern.compile("…|\\.{2,}|_{2,}");

  private PhraseWords() {}

  /** The pieces between the places to fill in, those with a letter or a digit. */
  static List<String> fixed(String phrase) {
    return Arrays.stream(PLACE.split(phrase))
        .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
