package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** The leaders' direction; all null takes it back. */
@Schema(name = "DirectionInput")
public record DirectionInput(
    @Size(min = 1, max = 20_000)
        @Schema(
            nullable = true,
            description = "Nội dung chỉ đạo; null = bỏ · the direction's words, null takes it back")
        String text,
    @Size(min = 1, max = 300)
        @Schema(
            nullable = true,
            description = "Văn bản chỉ đạo · the document it stands in",
            examples = "Thông báo số 215/TB-UBND")
        String document,
    @Schema(nullable = true) LocalDate date) {

  /**
   * @throws ProblemException 400 for a document or date without words
   */
  void check() {
    if (text == null && (document != null || date != null)) {
      throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
    }
  }

  static DirectionInput of(Comment comment) {
    return new DirectionInput(
        comment.directionText, comment.directionDocument, comment.directionDate);
  }
}
