package vn.sogopy.interchange.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.Transition;

/** The answer to one of several comments: an {@link AnswerInput}, and of which comment. */
record AnswerItem(
    @NotNull @Schema(description = "Mã ý kiến · the comment") UUID id,
    @NotNull
        @Min(0)
        @Max(Integer.MAX_VALUE)
        @Schema(description = "Phiên bản đã đọc · the version that was read")
        Integer version,
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
  public Transition move() {
    return new Transition.Answer(new AnswerInput(result, response, revision, sameAs, isFinal));
  }
}
