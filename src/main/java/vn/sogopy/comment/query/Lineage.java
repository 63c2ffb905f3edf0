package vn.sogopy.comment.query;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.DraftStatus;

/** One section through all drafts of its plan, in their order. */
@Schema(name = "Lineage")
public record Lineage(List<Stage> items) {

  /**
   * The section in one draft. Comments on it and on all below it are counted, also those that touch
   * it by alsoSections; originals of a split and withdrawn ones are not.
   *
   * @param section null where the draft does not have it
   * @param comments the sum of byStatus, and of byResult
   * @param byResult a result counts once approved, everything else is PENDING
   */
  @Schema(name = "LineageStage")
  public record Stage(
      int draft,
      String title,
      DraftStatus status,
      @Schema(
              nullable = true,
              description = "null = dự thảo này không có mục đó · not in this draft")
          CommentView.SectionRef section,
      @Schema(description = "Số ý kiến của mục và các mục con · comments on it and all below it")
          int comments,
      Map<String, Integer> byStatus,
      @Schema(description = "PENDING = đang nghiên cứu, xử lý") Map<String, Integer> byResult) {}
}
