package vn.sogopy.interchange.wordletter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.Locator;

/** The page and the paragraph a point names, and the words of the draft a table quotes. */
final class LocatorGuess {
  private static final Pattern PAGE =
      Pattern.compile("(?<!\\p{L})(?:trang(?: so)?|tr\\.) ?([0-9]{1,5})(?![0-9])");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?<!\\p{L})doan(?: van)?(?: thu)? ([0-9]{1,3})(?![0-9])");

  /** Code points; shorter, and it is the name of a place rather than words of the draft. */
  private static final int LEAST_QUOTE = 60;

  private static final int MOST_QUOTE = 2_000;

  private LocatorGuess() {}

  /** Null if nothing is named. */
  static Locator of(ProposedPoint point) {
    Integer page = number(PAGE, point.about());
    page = page == null ? number(PAGE, point.content()) : page;
    Integer paragraph = number(PARAGRAPH, point.about());
    paragraph = paragraph == null ? number(PARAGRAPH, point.content()) : paragraph;
    int length = point.about().codePointCount(0, point.about().length());
    String quote =
        length < LEAST_QUOTE
            ? null
            : point
                .about()
                .substring(0, point.about().offsetByCodePoints(0, Math.min(length, MOST_QUOTE)));
    return page == null && paragraph == null && quote == null
        ? null
        : new Locator(page, paragraph, quote == null ? null : quote.strip());
  }

  private static Integer number(Pattern pattern, String text) {
    Matcher found = pattern.matcher(Words.fold(text));
    int number = found.find() ? Integer.parseInt(found.group(1)) : 0;
    return number == 0 ? null : number;
  }
}
