package vn.sogopy.interchange.wordletter;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What of a letter is no point of its own, so that the clerk sees that nothing was lost. */
@Schema(name = "SkippedText")
public record Skipped(
    String text,
    Reason reason,
    @Schema(description = "Vị trí trong văn bản · where in the letter", examples = "bảng 1, dòng 3")
        String place) {

  /** Why a text became no point. */
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
