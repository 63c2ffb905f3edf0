package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who works on a comment, and until when; a null assignee takes the assignment back. */
public record AssignmentInput(
    @Size(min = 1, max = MAX_ASSIGNEE) @Schema(nullable = true, examples = "Chuyên gia giao thông")
        String assignee,
    @Schema(implementation = LocalDate.class, nullable = true, description = ANSWER_DUE_ON)
        OwnDate answerDueOn) {

  // For the assignments that come by the array, too.
  public static final int MAX_ASSIGNEE = 200;
  public static final String ANSWER_DUE_ON =
      "Hạn trả lời riêng của ý kiến này; null = hạn của dự thảo; bỏ trống = giữ nguyên"
          + " · this comment's own date; null = the draft's; left out = as it is";

  public AssignmentInput {
    answerDueOn = answerDueOn == null ? OwnDate.UNCHANGED : answerDueOn;
  }
}
