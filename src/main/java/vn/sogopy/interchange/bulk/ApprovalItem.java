package vn.sogopy.interchange.bulk;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.workflow.Transition;

/** One of several answers to approve. */
record ApprovalItem(
    @NotNull @Schema(description = "Mã ý kiến · the comment") UUID id,
    @NotNull
        @Min(0)
        @Max(Integer.MAX_VALUE)
        @Schema(description = "Phiên bản đã đọc · the version that was read")
        Integer version)
    implements BulkItem {

  @Override
  public Transition move() {
    return new Transition.Approve();
  }
}
