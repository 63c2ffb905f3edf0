package vn.sogopy.comment;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Labelled;

/** The history of a comment, oldest entry first. The first entry is RECEIVED. */
public record History(List<Entry> items) {

  /** One entry of the history. */
  @Schema(name = "HistoryEntry")
  public record Entry(
      Instant at,
      @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
      String client,
      Action action,
      @Schema(nullable = true) Status from,
      Status to,
      List<Change> changes,
      @Schema(nullable = true) String reason) {}

  /** One changed field, with its JSON value before and after. */
  @Schema(name = "HistoryChange")
  public record Change(
      String field,
      @Schema(nullable = true, implementation = Object.class) JsonNode before,
      @Schema(nullable = true, implementation = Object.class) JsonNode after) {}

  /** The actions that a history records. */
  public enum Action implements Labelled {
    RECEIVED("Tiếp nhận"),
    CORRECTED("Sửa"),
    ASSIGNED("Phân công"),
    DRAFTED("Soạn nội dung trả lời"),
    ANSWERED("Trình duyệt"),
    REVISED("Ghi vị trí chỉnh sửa"),
    APPROVED("Duyệt"),
    RETURNED("Đề nghị hoàn thiện lại"),
    WITHDRAWN("Rút"),
    FLAGGED("Đánh dấu cần xem lại"),
    SPLIT("Tách"),
    UNSPLIT("Bỏ tách"),
    REACTED("Ý kiến phản hồi"),
    FOLLOWED("Được nối tiếp ở lần dự thảo sau"),
    ESCALATED("Xin ý kiến UBND tỉnh"),
    DIRECTED("Ý kiến chỉ đạo"),
    REQUESTED("Đề nghị phối hợp"),
    REPLIED("Trả lời đề nghị phối hợp");

    /**
     * The actions that are always visible to a commenter. The others are visible once the comment
     * is APPROVED.
     */
    public static final Set<Action> OF_COMMENTER =
        Collections.unmodifiableSet(
            EnumSet.of(RECEIVED, CORRECTED, WITHDRAWN, SPLIT, UNSPLIT, REACTED, FOLLOWED));

    private final String label;

    Action(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }
}
