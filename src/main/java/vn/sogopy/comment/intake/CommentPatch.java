package vn.sogopy.comment.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.query.CommentView;

/** The fields of a comment that can be corrected. */
public record CommentPatch(
    @Size(min = 1, max = 40) @Schema(nullable = true) String section,
    @Size(max = 20) @Schema(nullable = true)
        List<@NotNull @Size(min = 1, max = 40) String> alsoSections,
    @Valid @Schema(nullable = true) Locator locator,
    @Schema(nullable = true) Kind kind,
    @NotNull @Size(min = 1, max = 20_000) String content,
    @Size(min = 1, max = 20_000) @Schema(nullable = true) String proposal,
    @Schema(nullable = true) Boolean restricted,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do; bắt buộc khi dự thảo đã kết thúc lấy ý kiến · needed once the draft is CLOSED")
        String reason,
    @Schema(
            nullable = true,
            description =
                "Hạn trả lời riêng của ý kiến; null = hạn của dự thảo; chỉ COORDINATOR, trong mọi trạng thái của"
                    + " dự thảo · this comment's own date for the answer; null = the draft's; COORDINATOR only,"
                    + " also once the draft is CLOSED")
        LocalDate answerDueOn) {

  /** The field that only the office can change. */
  static final String DATE = "answerDueOn";

  /**
   * @param answerDueOn of the comment alone; the view may show that of the draft
   */
  static CommentPatch of(CommentView view, LocalDate answerDueOn) {
    return new CommentPatch(
        view.section() == null ? null : view.section().code(),
        view.alsoSections(),
        view.locator(),
        view.kind(),
        view.content(),
        view.proposal(),
        view.restricted(),
        null,
        answerDueOn);
  }
}
