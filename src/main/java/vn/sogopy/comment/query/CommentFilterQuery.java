package vn.sogopy.comment.query;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.json.Params;

/** The query parameters that say which comments are asked for. */
public class CommentFilterQuery {
  @QueryParam("status")
  @Parameter(
      description =
          "Trạng thái; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> status;

  @QueryParam("result")
  @Parameter(
      description =
          "Kết quả xử lý; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> result;

  @QueryParam("kind")
  @Parameter(
      description =
          "Loại ý kiến; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<String> kind;

  @QueryParam("open")
  @Parameter(
      description = "true: chưa trả lời xong · RECEIVED, ASSIGNED, DRAFTING, RETURNED",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String open;

  @QueryParam("answerOverdue")
  @Parameter(
      description = "true: chưa trả lời xong và đã quá hạn · open and past answerDueOn",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String answerOverdue;

  @QueryParam("revisionOpen")
  @Parameter(
      description =
          "true: đã tiếp thu nhưng chưa ghi nơi chỉnh sửa, hoặc nơi ghi không có trong mục lục của dự thảo sau; gồm ANSWERED và APPROVED,"
              + " không gồm câu trả lời còn đang soạn (DRAFTING) hay bị trả lại (RETURNED) · accepted, and the place is missing or not in the"
              + " next draft's outline; ANSWERED and APPROVED ones, not answers in the making or returned",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String revisionOpen;

  @QueryParam("needsReview")
  @Parameter(
      description = "Cần xem lại · to be looked at again",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String needsReview;

  @QueryParam("escalated")
  @Parameter(
      description = "Xin ý kiến UBND tỉnh · put to the leaders",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String escalated;

  @QueryParam("section")
  @Parameter(
      description =
          "Mã mục, gồm các mục con; kể cả ý kiến có liên quan (alsoSections) · section code, with all below it, and comments that also touch it",
      schema = @Schema(maxLength = 40))
  public String section;

  @QueryParam("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @QueryParam("group")
  @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
  public String group;

  @QueryParam("letter")
  @Parameter(description = "Mã văn bản · letter id", schema = @Schema(format = "uuid"))
  public String letter;

  @QueryParam("assignee")
  @Parameter(
      description = "Người được phân công · who works on it",
      schema = @Schema(maxLength = 200))
  public String assignee;

  @QueryParam("late")
  @Parameter(
      description = "Gửi sau thời hạn · came after the due date",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String late;

  @QueryParam("restricted")
  @Parameter(
      description = "Hạn chế người xem · restricted",
      schema = @Schema(type = SchemaType.BOOLEAN))
  public String restricted;

  @QueryParam("receivedFrom")
  @Parameter(
      description = "Tiếp nhận từ ngày này (giờ Việt Nam) · received on or after",
      schema = @Schema(format = "date"))
  public String receivedFrom;

  @QueryParam("receivedTo")
  @Parameter(
      description = "Tiếp nhận đến hết ngày này (giờ Việt Nam) · received on or before",
      schema = @Schema(format = "date"))
  public String receivedTo;

  @QueryParam("updatedSince")
  @Parameter(
      description = "Thay đổi từ thời điểm này · changed at or after",
      schema = @Schema(format = "date-time"))
  public String updatedSince;

  @QueryParam("q")
  @Parameter(
      description =
          "Tìm từ, không phân biệt dấu và chữ hoa; mọi từ phải có · words without regard to accents and case; all must occur",
      schema = @Schema(maxLength = 500))
  public String q;

  public CommentFilter filter() {
    return new CommentFilter(
        Params.constants("status", status, Status.class),
        Params.constants("result", result, Result.class),
        Params.constants("kind", kind, Kind.class),
        only("open", open),
        only("answerOverdue", answerOverdue),
        only("revisionOpen", revisionOpen),
        Params.bool("needsReview", needsReview),
        Params.bool("escalated", escalated),
        Params.text("section", section),
        Params.text("organization", organization),
        Params.text("group", group),
        Params.uuid("letter", letter),
        Params.text("assignee", assignee),
        Params.bool("late", late),
        Params.bool("restricted", restricted),
        Params.date("receivedFrom", receivedFrom),
        Params.date("receivedTo", receivedTo),
        Params.instant("updatedSince", updatedSince),
        Params.text("q", q));
  }

  /** false is the same as absent: there is no list of "all but the open ones". */
  private static boolean only(String name, String value) {
    return Boolean.TRUE.equals(Params.bool(name, value));
  }
}
