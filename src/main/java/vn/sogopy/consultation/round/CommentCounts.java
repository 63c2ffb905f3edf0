package vn.sogopy.consultation.round;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;

/**
 * Comments counted by state and by result. The values of each map add up to the number of comments.
 *
 * @param byStatus every {@link Status} except WITHDRAWN and SPLIT
 * @param byResult every {@link Result}, and PENDING for comments that are not APPROVED
 */
@Schema(name = "Tally")
public record CommentCounts(
    @Schema(description = "Số ý kiến · comments") int comments,
    @Schema(description = "Quá hạn trả lời · answers overdue") int answersOverdue,
    @Schema(description = "Theo trạng thái xử lý · by work state") Map<String, Integer> byStatus,
    @Schema(description = "Theo kết quả; PENDING = đang nghiên cứu, xử lý · by result")
        Map<String, Integer> byResult) {

  public static final String PENDING = "PENDING";

  /** Ignores groups that are not {@link CommentGroup#counted counted}. */
  public static CommentCounts of(Collection<CommentGroup> points) {
    Map<String, Integer> byStatus = new LinkedHashMap<>();
    Status.LIVE.forEach(status -> byStatus.put(status.name(), 0));
    Map<String, Integer> byResult = new LinkedHashMap<>();
    for (Result result : Result.values()) {
      byResult.put(result.name(), 0);
    }
    byResult.put(PENDING, 0);
    int comments = 0;
    int overdue = 0;
    for (CommentGroup some : points) {
      if (some.counted()) {
        comments += some.number();
        overdue += some.overdue() ? some.number() : 0;
        byStatus.merge(some.status().name(), some.number(), Integer::sum);
        byResult.merge(some.outcome(), some.number(), Integer::sum);
      }
    }
    return new CommentCounts(comments, overdue, byStatus, byResult);
  }
}
