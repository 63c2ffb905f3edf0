package vn.sogopy.interchange.wordletter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.letter.Position;

/**
 * The probable points of a letter, for review by a clerk; nothing is stored.
 *
 * @param position null = unknown
 */
@Schema(name = "ProposedParts")
public record ProposedParts(
    @Schema(
            description =
                "Theo thứ tự trong văn bản; rỗng nếu văn bản chỉ nhất trí · in the letter's order; empty where it merely agrees")
        List<Item> items,
    @Schema(
            description =
                "Phần không thành ý kiến riêng, kèm lý do · what became no point of its own, and why")
        List<Skipped> skipped,
    @Schema(
            nullable = true,
            description =
                "Ý chung của văn bản, đọc từ lời văn; AGREES = chỉ nhất trí · what the letter seems to say as a whole")
        Position position) {

  /**
   * One point. The first five fields are those of a new comment.
   *
   * @param section null if it is not certain
   */
  @Schema(name = "ProposedPart")
  public record Item(
      String content,
      @Schema(
              nullable = true,
              description =
                  "Mã mục, chỉ khi đã rõ; null thì chọn trong sectionCandidates hoặc là ý kiến chung · section code, only where it is plain",
              examples = "V.1")
          String section,
      @Schema(nullable = true) Locator locator,
      Kind kind,
      @Schema(nullable = true, description = "Đề xuất sửa · proposed wording") String proposal,
      @Schema(
              description =
                  "Nhiều nhất ba mục, khả năng nhất đứng trước · at most three, the likeliest first")
          List<Candidate> sectionCandidates,
      @Schema(
              nullable = true,
              description =
                  "Nơi trong dự thảo, theo cột của bảng · the place in the draft, as a table's column names it",
              examples = "Mục V.1, trang 45")
          String about,
      @Schema(
              description = "Vị trí trong văn bản · where in the letter",
              examples = "bảng 1, dòng 3")
          String place) {}

  /** A section that the point may refer to. */
  @Schema(name = "SectionCandidate")
  public record Candidate(String code, String title) {}

  static ProposedParts of(List<Block> blocks, List<Candidate> outline) {
    LetterParts.Found found = LetterParts.of(blocks);
    SectionGuess sections = new SectionGuess(outline);
    List<Item> items = found.points().stream().map(point -> item(point, sections)).toList();
    return new ProposedParts(items, found.skipped(), found.position());
  }

  private static Item item(ProposedPoint point, SectionGuess sections) {
    SectionGuess.Guess guess = sections.of(point);
    Locator locator = LocatorGuess.of(point);
    boolean placed = guess.section() != null || locator != null || point.about().isEmpty();
    // A place that neither section nor locator can express remains in the text.
    String content = placed ? point.content() : point.about() + ": " + point.content();
    return new Item(
        content,
        guess.section() == null ? null : guess.section().code(),
        locator,
        KindGuess.of(content),
        point.proposal(),
        guess.candidates(),
        point.about().isEmpty() ? null : point.about(),
        point.place());
  }

  /**
   * Text of a letter that is no point of its own. The list shows the clerk that nothing is lost.
   */
  @Schema(name = "SkippedText")
  public record Skipped(
      String text,
      Reason reason,
      @Schema(
              description = "Vị trí trong văn bản · where in the letter",
              examples = "bảng 1, dòng 3")
          String place) {

    /** The reason why a text is not a point. */
    @Schema(
        name = "SkipReason",
        description =
            "LETTERHEAD phần đầu văn bản · RECIPIENT nơi gửi (Kính gửi) · OPENING lời dẫn · AGREEMENT nhất trí, không có ý kiến thêm"
                + " · HEADING đề mục, đã ghi trước các ý bên dưới nếu có · TABLE_HEADING dòng tiêu đề của bảng · CLOSING lời kết"
                + " · SIGNATURE nơi nhận, chữ ký. Head, addressee, opening words, plain agreement, heading (it stands before the points"
                + " below it, if any), heading row of a table, closing words, distribution list and signature")
    public enum Reason {
      LETTERHEAD,
      RECIPIENT,
      OPENING,
      AGREEMENT,
      HEADING,
      TABLE_HEADING,
      CLOSING,
      SIGNATURE
    }
  }

  /** Guesses the kind of a comment by keywords; OTHER without a keyword. */
  static final class KindGuess {
    private static final Map<Kind, Pattern> WORDS = new LinkedHashMap<>();

    static {
      words(
          Kind.EDITORIAL,
          "loi chinh ta|chinh ta|danh may|loi ky thuat|ky thuat trinh bay|the thuc");
      words(Kind.QUESTION, "lam ro|giai thich|thuyet minh ro|neu ro|co so nao|vi sao");
      words(Kind.DATA, "so lieu|chi tieu|dien tich|ty le|thong ke");
      words(Kind.MISSING, "bo sung|con thieu|chua co|chua de cap|chua neu|chua cap nhat");
      words(
          Kind.CHANGE,
          "chinh sua|dieu chinh|sua|thay|hieu chinh|luoc bo|bo noi dung|cap nhat|ra soat|doi ten");
    }

    private KindGuess() {}

    private static void words(Kind kind, String choices) {
      WORDS.put(kind, Pattern.compile("(?<![\\p{L}\\p{N}])(" + choices + ")(?![\\p{L}\\p{N}])"));
    }

    static Kind of(String content) {
      String folded = Words.fold(content);
      return WORDS.entrySet().stream()
          .filter(one -> one.getValue().matcher(folded).find())
          .map(Map.Entry::getKey)
          .findFirst()
          .orElse(Kind.OTHER);
    }
  }

  /** Finds the page and the paragraph in a point, and the quotation in a table. */
  static final class LocatorGuess {
    private static final Pattern PAGE =
        Pattern.compile("(?<!\\p{L})(?:trang(?: so)?|tr\\.) ?([0-9]{1,5})(?![0-9])");
    private static final Pattern PARAGRAPH =
        Pattern.compile("(?<!\\p{L})doan(?: van)?(?: thu)? ([0-9]{1,3})(?![0-9])");

    /** Code points. A shorter text is the name of a place rather than a quotation. */
    private static final int LEAST_QUOTE = 60;

    private static final int MOST_QUOTE = 2_000;

    private LocatorGuess() {}

    /** Null if there is none. */
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
}
