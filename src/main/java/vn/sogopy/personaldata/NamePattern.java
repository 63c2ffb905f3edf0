package vn.sogopy.personaldata;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.sogopy.platform.text.Text;

/**
 * Regular expressions of PostgreSQL for the name of a person within a text or a JSON text. They are
 * for comparison without regard to case.
 */
final class NamePattern {
  /** Not within a word. In a JSON text a line break before the name is written as \n. */
  private static final String START = "(?:(?<![[:alnum:]])|(?<=\\\\[nt]))";

  private static final String END = "(?![[:alnum:]])";

  /** Punctuation, but not within a name, as in "Jean-Luc". */
  private static final String PUNCTUATION = "(?:[^[:alnum:][:space:]'-]|-[[:space:]])";

  private static final String ADDRESS =
      "(?:ông|ong|bà|ba|anh|chị|chi|cô|co|đồng chí|dong chi|đ/c|d/c|gs|pgs|ts|ths|ks|kts|cn|bs|ls)";

  /** The name is the first of a field, or only forms of address or punctuation precede it. */
  private static final String NO_EARLIER_NAME =
      "(?:^|" + PUNCTUATION + ")[[:space:]]*(?:" + ADDRESS + "[[:space:].]+)*";

  /** The name is the last of a field, or only punctuation separates it from more. */
  private static final String NO_LONGER_NAME = "(?![[:space:]]*[[:alpha:]])";

  private static final String GAP = "(?:[[:space:]\u00A0]|\\\\[nt])+";

  private static final Pattern TONE = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
  private static final Pattern VOWEL = Pattern.compile("[aeiouy][\u0302\u0306\u031B]?");

  /** Letters and marks. A longer word would make a long pattern, and is no Vietnamese syllable. */
  private static final int LONGEST_SYLLABLE = 20;

  /** The lower-case Latin letters with accents. */
  private static final int[] ACCENTED =
      IntStream.concat(IntStream.range(0xC0, 0x250), IntStream.range(0x1E00, 0x1F00))
          .filter(Character::isLowerCase)
          .toArray();

  private NamePattern() {}

  /** The name with any accents, or none. */
  static String any(String name) {
    String bare = Normalizer.normalize(Text.fold(name), Normalizer.Form.NFC);
    return within(words(bare, NamePattern::anyAccents));
  }

  /**
   * The name as typed, or without any accents: "Trần Văn Hùng" is not "Trần Văn Hưng". A tone may
   * be over another vowel of its word ("Hòa", "Hoà"). A name without accents has any.
   */
  static String of(String name) {
    String typed = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    String bare = Normalizer.normalize(Text.fold(name), Normalizer.Form.NFC);
    return typed.equals(bare)
        ? any(name)
        : within(words(typed, NamePattern::anyTonePlace) + "|" + words(bare, NamePattern::quoted));
  }

  /** The same for a field that holds a name. */
  static String whole(String pattern) {
    return NO_EARLIER_NAME + pattern + NO_LONGER_NAME;
  }

  private static String within(String name) {
    return START + "(?:" + name + ")" + END;
  }

  private static String words(String name, Function<String, String> pattern) {
    return Arrays.stream(name.strip().split("[\\s\\p{Z}]+"))
        .map(pattern)
        .collect(Collectors.joining(GAP));
  }

  private static String anyAccents(String word) {
    return word.codePoints()
        .mapToObj(
            letter -> {
              String own = Character.toString(letter);
              String accented =
                  IntStream.of(ACCENTED)
                      .mapToObj(Character::toString)
                      .filter(other -> Text.fold(other).equals(own))
                      .collect(Collectors.joining());
              return accented.isEmpty() ? quoted(own) : "[" + own + accented + "]";
            })
        .collect(Collectors.joining());
  }

  private static String anyTonePlace(String word) {
    String letters = Normalizer.normalize(word, Normalizer.Form.NFD);
    var tone = TONE.matcher(letters);
    if (!tone.find() || letters.length() > LONGEST_SYLLABLE) {
      return quoted(word);
    }
    String mark = tone.group();
    String toneless = tone.replaceFirst("");
    Set<String> placed = new LinkedHashSet<>(Set.of(quoted(word)));
    VOWEL
        .matcher(toneless)
        .results()
        .map(vowel -> toneless.substring(0, vowel.end()) + mark + toneless.substring(vowel.end()))
        .map(other -> quoted(Normalizer.normalize(other, Normalizer.Form.NFC)))
        .forEach(placed::add);
    return "(?:" + String.join("|", placed) + ")";
  }

  private static String quoted(String text) {
    return text.codePoints()
        .mapToObj(
            c -> (Character.isLetterOrDigit(c) || c > 0x7F ? "" : "\\") + Character.toString(c))
        .collect(Collectors.joining());
  }
}
