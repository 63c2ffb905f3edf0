package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** What the commenter says of the approved answer. */
@Schema(name = "ReactionInput")
public record ReactionInput(
    @NotNull
        @Schema(description = "AGREED: đồng ý · MAINTAINED: bảo lưu ý kiến · keeps to its comment")
        CommentView.ReactionKind reaction,
    @Size(min = 1, max = 2_000)
        @Schema(
            nullable = true,
            description = "Lý do; bắt buộc khi MAINTAINED · why; needed with MAINTAINED")
        String note) {

  /**
   * @throws ProblemException 400 for MAINTAINED without a note
   */
  void check() {
    if (reaction == CommentView.ReactionKind.MAINTAINED && note == null) {
      throw ProblemException.invalid(FieldError.pointer("/note", FieldCode.REQUIRED));
    }
  }
}
