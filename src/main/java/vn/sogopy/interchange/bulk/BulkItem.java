package vn.sogopy.interchange.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.AssignmentInput.OwnDate;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.Transition.ReasonInput;

/** One item of a bulk request: a comment, the version that was read, and its transition. */
public interface BulkItem {
  String ID = "Mã ý kiến · the comment";
  String VERSION = "Phiên bản đã đọc · the version that was read";

  UUID id();

  Integer version();

  Transition transition();

  /** An answer to one of several comments. */
  record AnswerItem(
      @NotNull @Schema(description = ID) UUID id,
      @NotNull @Min(0) @Max(Integer.MAX_VALUE) @Schema(description = VERSION) Integer version,
      @NotNull Result result,
      @NotNull
          @Size(min = 1, max = AnswerInput.MAX_RESPONSE)
          @Schema(description = AnswerInput.RESPONSE)
          String response,
      @Valid @Schema(nullable = true, description = AnswerInput.REVISION) Revision revision,
      @Schema(nullable = true, description = AnswerInput.SAME_AS) UUID sameAs,
      @JsonProperty("final")
          @Schema(
              name = "final",
              nullable = true,
              defaultValue = "true",
              description = AnswerInput.FINAL)
          Boolean isFinal)
      implements BulkItem {

    @Override
    public Transition transition() {
      return new AnswerInput(result, response, revision, sameAs, isFinal);
    }
  }

  /** The approval of one of several answers. */
  record ApprovalItem(
      @NotNull @Schema(description = ID) UUID id,
      @NotNull @Min(0) @Max(Integer.MAX_VALUE) @Schema(description = VERSION) Integer version)
      implements BulkItem {

    @Override
    public Transition transition() {
      return Transition.approval();
    }
  }

  /** The return of one of several answers. */
  record ReturnItem(
      @NotNull @Schema(description = ID) UUID id,
      @NotNull @Min(0) @Max(Integer.MAX_VALUE) @Schema(description = VERSION) Integer version,
      @NotNull
          @Size(min = 1, max = ReasonInput.MAX)
          @Schema(description = "Lý do trả lại · why it is returned")
          String reason)
      implements BulkItem {

    @Override
    public Transition transition() {
      return Transition.returned(reason);
    }
  }

  /** The assignment of one of several comments. */
  record AssignmentItem(
      @NotNull @Schema(description = ID) UUID id,
      @NotNull @Min(0) @Max(Integer.MAX_VALUE) @Schema(description = VERSION) Integer version,
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
    public Transition transition() {
      return new AssignmentInput(assignee, answerDueOn);
    }
  }
}
