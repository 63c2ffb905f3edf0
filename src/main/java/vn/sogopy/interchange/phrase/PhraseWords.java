package vn.sogopy.interchange.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a phrase into its fixed parts and its placeholders. */
final class PhraseWords {
  /** A placeholder: an ellipsis, or several dots or underscores. */
  private static final Pattern PLACE = Pattern.compile("…|\\.{2,}|_{2,}");

  private PhraseWords() {}

  /** The parts between the placeholders that have a letter or a digit. */
  static List<String> fixed(String phrase) {
    return Arrays.stream(PLACE.split(phrase))
        .filter(piece -> piece.codePoints().anyMatch(Character::isLetterOrDigit))
        .toList();
  }
}
