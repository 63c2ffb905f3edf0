package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** The consultant's answer to a comment. */
public record AnswerInput(
    @NotNull Result result,
    @NotNull @Size(min = 1, max = MAX_RESPONSE) @Schema(description = RESPONSE) String response,
    @Valid @Schema(nullable = true, description = REVISION) Revision revision,
    @Schema(nullable = true, description = SAME_AS) UUID sameAs,
    @JsonProperty("final")
        @Schema(name = "final", nullable = true, defaultValue = "true", description = FINAL)
        Boolean isFinal) {

  // For the answers that come by the array, too.
  public static final int MAX_RESPONSE = 20_000;
  public static final String RESPONSE = "Nội dung tiếp thu, giải trình · the answer's words";
  public static final String REVISION =
      "Nơi chỉnh sửa hoặc nơi đã có · the place changed, or where it stands already";
  public static final String SAME_AS =
      "Trả lời chung với ý kiến này · shares the answer of this comment";
  public static final String FINAL = "false: còn đang soạn · keeps it DRAFTING";

  boolean finished() {
    return isFinal == null || isFinal;
  }

  Revision place() {
    return revision == null
        ? null
        : Revision.of(revision.section(), revision.page(), revision.note());
  }

  /**
   * The rules of docs/domain.md section 5 that a field alone cannot hold. For ACCEPTED and
   * PARTIALLY_ACCEPTED the place may follow later, for ALREADY_COVERED it is the answer.
   *
   * @throws ProblemException 400
   */
  void check() {
    if (finished() && result == Result.ALREADY_COVERED && place() == null) {
      throw ProblemException.invalid(FieldError.pointer("/revision", FieldCode.PLACE_REQUIRED));
    }
  }
}
