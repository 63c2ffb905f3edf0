package vn.sogopy.interchange.wordletter;

import java.util.List;
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
}
