package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.platform.text.Text;

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
  private static final int MAX = 20_000;

  /** Reserve for a place before the text, and for colons. */
  private static final int PREFIX = 100;

  /** A longer text is not a heading. */
  static final int MAX_CONTEXT = 2_000;

  /** Code points. A shorter text is the name of a place rather than a quotation. */
  private static final int MIN_QUOTE = 60;

  private static final int MAX_QUOTE = 2_000;

  /** "45", "45-46", "45 den trang 46". */
  private static final String RANGE =
      "[0-9]{1,5}+(?: ?(?:[-\\u2010-\\u2015]|den) ?(?:trang |tr\\. ?)?[0-9]{1,5}+)?";

  /** Further pages. In "trang 45, 3 tuyến" the 3 is none, in "các trang 45, 46 chưa" the 46 is. */
  private static final String FURTHER =
      "(?:[,;] ?" + RANGE + "(?! ?(?!va )\\p{L})| va (?:trang |tr\\. ?)?" + RANGE + "){0,20}";

  private static final Pattern PAGES =
      Pattern.compile(
          "(?<!\\p{L})(?:cac trang(?: so)? ?(?<all>"
              + PageRanges.LIST
              + ")|(?:trang(?: so)?|tr\\.) ?(?<plain>"
              + RANGE
              + FURTHER
              + "))(?![0-9])");
  private static final Pattern PARAGRAPH =
      Pattern.compile("(?<!\\p{L})doan(?: van)?(?: thu)? ([0-9]{1,3})(?![0-9])");

  /** Keywords of a kind of comment. */
  private record Keywords(Kind kind, Pattern words) {
    Keywords(Kind kind, String choices) {
      this(kind, Words.words(choices));
    }
  }

  private static final List<Keywords> KEYWORDS =
      List.of(
          new Keywords(
              Kind.EDITORIAL,
              "loi chinh ta|chinh ta|danh may|loi ky thuat|ky thuat trinh bay|the thuc"),
          new Keywords(Kind.QUESTION, "lam ro|giai thich|thuyet minh ro|neu ro|co so nao|vi sao"),
          new Keywords(Kind.DATA, "so lieu|chi tieu|dien tich|ty le|thong ke"),
          new Keywords(
              Kind.MISSING, "bo sung|con thieu|chua co|chua de cap|chua neu|chua cap nhat"),
          new Keywords(
              Kind.CHANGE,
              "chinh sua|dieu chinh|sua|thay|hieu chinh|luoc bo|bo noi dung|cap nhat|ra soat|doi ten"));

  String content() {
    return context.isEmpty() ? text : under(context, text);
  }

  /** A text after its heading. */
  static String under(String heading, String text) {
    return heading + (heading.endsWith(":") ? " " : ": ") + text;
  }

  /** Splits the point into pieces within the limit of a comment. */
  List<ProposedPoint> fitting() {
    boolean fits = proposal == null || Text.length(proposal) <= MAX;
    List<ProposedPoint> pieces = new ArrayList<>();
    int room = MAX - Text.length(context) - PREFIX;
    for (String left = fits ? text : text + "\n" + proposal; !left.isEmpty(); ) {
      int end = Text.length(left) <= room ? left.length() : left.offsetByCodePoints(0, room);
      int line = end == left.length() ? -1 : left.lastIndexOf('\n', end - 1);
      end = line > 0 ? line : end;
      String piece = left.substring(0, end).strip();
      if (!piece.isEmpty()) {
        String kept = fits && pieces.isEmpty() ? proposal : null;
        pieces.add(new ProposedPoint(context, piece, kept, about, place));
      }
      left = left.substring(end).stripLeading();
    }
    return pieces;
  }

  /** The point with its guessed section, locator and kind. */
  ProposedParts.Item item(SectionGuess sections) {
    SectionGuess.Guess guess = sections.of(this);
    Locator locator = Locator.of(null, pages(), paragraph(), quote());
    boolean placed = guess.section() != null || locator != null || about.isEmpty();
    // A place that neither section nor locator can express remains in the text.
    String content = placed ? content() : about + ": " + content();
    return new ProposedParts.Item(
        content,
        guess.section() == null ? null : guess.section().code(),
        locator,
        kind(content),
        proposal,
        guess.candidates(),
        about.isEmpty() ? null : about,
        place);
  }

  /** The pages of the place in the draft, else those in the text; null = none. */
  private String pages() {
    for (String part : List.of(about, content())) {
      Matcher found = PAGES.matcher(Words.fold(part));
      if (found.find()) {
        String list = found.group("all") == null ? found.group("plain") : found.group("all");
        Optional<String> pages =
            PageRanges.readWords(list)
                .or(() -> PageRanges.readWords(list.replaceFirst("[^0-9].*", "")));
        if (pages.isPresent()) {
          return pages.get();
        }
      }
    }
    return null;
  }

  /** The paragraph of the place in the draft, else that in the text; null = none. */
  private Integer paragraph() {
    for (String part : List.of(about, content())) {
      Matcher found = PARAGRAPH.matcher(Words.fold(part));
      int number = found.find() ? Integer.parseInt(found.group(1)) : 0;
      if (number > 0) {
        return number;
      }
    }
    return null;
  }

  private String quote() {
    int length = Text.length(about);
    return length < MIN_QUOTE
        ? null
        : about.substring(0, about.offsetByCodePoints(0, Math.min(length, MAX_QUOTE))).strip();
  }

  /** OTHER without a keyword. */
  private static Kind kind(String content) {
    String folded = Words.fold(content);
    return KEYWORDS.stream()
        .filter(one -> one.words.matcher(folded).find())
        .map(Keywords::kind)
        .findFirst()
        .orElse(Kind.OTHER);
  }
}
