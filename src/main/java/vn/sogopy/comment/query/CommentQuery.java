package vn.sogopy.comment.query;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.Separator;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;

/**
 * The query parameters that filter comments; null or empty = any. {@code open}, {@code
 * answerOverdue} and {@code revisionOpen}: false is the same as absent.
 */
public class CommentQuery {
  @RestQuery("status")
  @Separator(",")
  @Parameter(
      description =
          "Trạng thái; lặp lại hoặc cách nhau bằng dấu phẩy; không nêu thì không gồm WITHDRAWN, SPLIT"
              + " · repeatable or comma-separated; WITHDRAWN and SPLIT only when asked for",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Status> status = List.of();

  @RestQuery("result")
  @Separator(",")
  @Parameter(
      description =
          "Kết quả xử lý; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Result> result = List.of();

  @RestQuery("kind")
  @Separator(",")
  @Parameter(
      description =
          "Loại ý kiến; lặp lại hoặc cách nhau bằng dấu phẩy · repeatable or comma-separated",
      schema = @Schema(type = SchemaType.ARRAY, implementation = String.class, maxItems = 20))
  public List<Kind> kind = List.of();

  @RestQuery("open")
  @Parameter(description = "true: chưa trả lời xong · RECEIVED, ASSIGNED, DRAFTING, RETURNED")
  public boolean open;

  @RestQuery("answerOverdue")
  @Parameter(description = "true: chưa trả lời xong và đã quá hạn · open and past answerDueOn")
  public boolean answerOverdue;

  @RestQuery("revisionOpen")
  @Parameter(
      description =
          "true: đã tiếp thu nhưng chưa ghi nơi chỉnh sửa, hoặc nơi ghi không có trong mục lục của dự thảo sau; gồm ANSWERED và APPROVED,"
              + " không gồm câu trả lời còn đang soạn (DRAFTING) hay bị trả lại (RETURNED) · accepted, and the place is missing or not in the"
              + " next draft's outline; ANSWERED and APPROVED ones, not answers in the making or returned")
  public boolean revisionOpen;

  @RestQuery("needsReview")
  @Parameter(description = "Cần xem lại · to be looked at again")
  public Boolean needsReview;

  @RestQuery("escalated")
  @Parameter(description = "Xin ý kiến UBND tỉnh · put to the leaders")
  public Boolean escalated;

  @RestQuery("directed")
  @Parameter(description = "Đã có ý kiến chỉ đạo · with a direction of the leaders")
  public Boolean directed;

  @RestQuery("general")
  @Parameter(
      description = "Ý kiến chung, không gắn với mục nào · general comments, those on no section")
  public Boolean general;

  @RestQuery("section")
  @Parameter(
      description =
          "Mã mục, gồm các mục con; kể cả ý kiến có liên quan (alsoSections) · section code, with all below it, and comments that also touch it",
      schema = @Schema(maxLength = 40))
  public String section;

  @RestQuery("onPage")
  @Min(1)
  @Max(PageRanges.MAX_PAGE)
  @Parameter(
      description =
          "Trang mà ý kiến nói đến, kể cả trang nằm trong khoảng: 46 của \"45-47\""
              + " · a page that the comment refers to, also within a range")
  public Integer onPage;

  @RestQuery("organization")
  @Parameter(description = "Mã cơ quan · organization code", schema = @Schema(maxLength = 63))
  public String organization;

  @RestQuery("group")
  @Parameter(description = "Mã nhóm · group code", schema = @Schema(maxLength = 40))
  public String group;

  @RestQuery("letter")
  @Parameter(description = "Mã văn bản · letter id")
  public UUID letter;

  @RestQuery("receiptNumber")
  @Min(1)
  @Max(999_999_999)
  @Parameter(
      description =
          "Mã tiếp nhận; gồm các phần của ý kiến đã tách, và ý kiến đã rút · receipt number; with the parts of a split comment, and withdrawn ones")
  public Integer receiptNumber;

  @RestQuery("externalId")
  @Parameter(
      description =
          "Mã ở hệ thống gửi; SUBMITTER: của client này và của client các cơ quan mà mình kế thừa"
              + " · the sender's own id; of a SUBMITTER's client and those of its predecessors",
      schema = @Schema(maxLength = 200))
  public String externalId;

  @RestQuery("assignee")
  @Parameter(
      description =
          "Người được phân công, không phân biệt dấu và chữ hoa; danh sách: listAssignees"
              + " · who works on it, without regard to accents and case; a list: listAssignees",
      schema = @Schema(maxLength = 200))
  public String assignee;

  @RestQuery("late")
  @Parameter(description = "Gửi sau thời hạn · came after the due date")
  public Boolean late;

  @RestQuery("restricted")
  @Parameter(description = "Hạn chế tiếp cận · restricted")
  public Boolean restricted;

  @RestQuery("receivedFrom")
  @Parameter(description = "Tiếp nhận từ ngày này (giờ Việt Nam) · received on or after")
  public LocalDate receivedFrom;

  @RestQuery("receivedTo")
  @Parameter(description = "Tiếp nhận đến hết ngày này (giờ Việt Nam) · received on or before")
  public LocalDate receivedTo;

  @RestQuery("updatedSince")
  @Parameter(description = "Thay đổi từ thời điểm này · changed at or after")
  public Instant updatedSince;

  @RestQuery("q")
  @Parameter(
      description =
          "Tìm từ, không phân biệt dấu và chữ hoa; mọi từ phải có · words without regard to accents and case; all must occur",
      schema = @Schema(maxLength = 500))
  public String q;

  /** All values, to identify the list that a cursor belongs to. */
  @Override
  public String toString() {
    return Arrays.asList(
            status,
            result,
            kind,
            open,
            answerOverdue,
            revisionOpen,
            needsReview,
            escalated,
            directed,
            general,
            section,
            onPage,
            organization,
            group,
            letter,
            receiptNumber,
            externalId,
            assignee,
            late,
            restricted,
            receivedFrom,
            receivedTo,
            updatedSince,
            q)
        .toString();
  }
}
