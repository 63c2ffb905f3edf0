package vn.sogopy.interchange.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.OwnDate;
import vn.sogopy.comment.workflow.Transition;

/** Who works on one of several comments: an {@link AssignmentInput}, and of which comment. */
record AssignmentItem(
    @NotNull @Schema(description = "Mã ý kiến · the comment") UUID id,
    @NotNull
        @Min(0)
        @Max(Integer.MAX_VALUE)
        @Schema(description = "Phiên bản đã đọc · the version that was read")
        Integer version,
    @Size(min = 1, max = AssignmentInput.MAX_ASSIGNEE)
        @Schema(nullable = true, description = "Người xử lý; null thu lại · null takes it back")
        String assignee,
    @Schema(
            implementation = LocalDate.class,
            nullable = true,
            description = AssignmentInput.ANSWER_DUE_ON)
        OwnDate answerDueOn)
    implements BulkItem {

  @Override
  public Transition move() {
    return new Transition.Assign(new AssignmentInput(assignee, answerDueOn));
  }
}
