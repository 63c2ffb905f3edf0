package vn.sogopy.interchange.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.workflow.ReasonInput;
import vn.sogopy.comment.workflow.Transition;

/** One of several answers to return. */
record ReturnItem(
    @NotNull @Schema(description = "Mã ý kiến · the comment") UUID id,
    @NotNull
        @Min(0)
        @Max(Integer.MAX_VALUE)
        @Schema(description = "Phiên bản đã đọc · the version that was read")
        Integer version,
    @NotNull
        @Size(min = 1, max = ReasonInput.MAX)
        @Schema(description = "Lý do trả lại · why it is returned")
        String reason)
    implements BulkItem {

  @Override
  public Transition move() {
    return new Transition.Return(reason);
  }
}
