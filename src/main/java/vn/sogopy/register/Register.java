package vn.sogopy.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.Counts;
import vn.sogopy.plan.Plan;

/**
 * The consolidated register of one draft as read from one snapshot: the model that every format
 * shows.
 */
@Schema(name = "Register")
public record Register(
    String title,
    @Schema(nullable = true, description = "DỮ LIỆU MẪU nếu là dữ liệu mẫu · set for sample data")
        String mark,
    String plan,
    String planTitle,
    int draft,
    Instant generatedAt,
    String generatedBy,
    Counts summary,
    @Schema(
            description =
                "Số ý kiến hạn chế người xem không in ở đây · restricted comments left out")
        int restrictedLeftOut,
    List<Group> groups) {

  /** Printed on every export of sample data. */
  public static final String SAMPLE_MARK = Plan.SAMPLE_MARK;

  public static final String AGREEMENT = "Nhất trí với nội dung dự thảo";

  /** A heading row I, II, …. */
  @Schema(name = "RegisterGroup")
  public record Group(
      @Schema(examples = "I") String index, String code, String title, List<Body> bodies) {}

  /** An agency, numbered straight through all groups, under the name it bore. */
  @Schema(name = "RegisterBody")
  public record Body(
      int number,
      String code,
      String name,
      List<Letter> letters,
      @Schema(
              nullable = true,
              description =
                  "Nhất trí với nội dung dự thảo, khi không có ý kiến · set when it agrees and says no more")
          String agreement,
      List<Row> rows) {}

  /** A letter as it is cited. */
  @Schema(name = "RegisterLetter")
  public record Letter(
      UUID id,
      String number,
      LocalDate date,
      @Schema(description = "số 642/SXD-QHKT ngày 25/02/2022") String citation) {}

  /** One comment, as the table prints it. */
  @Schema(name = "RegisterRow")
  public record Row(
      @Schema(examples = "3.12") String index,
      UUID id,
      long receiptNumber,
      @Schema(
              nullable = true,
              description = "Điểm 1, 2… của một ý kiến đã tách · of a split comment")
          Integer part,
      @Schema(
              nullable = true,
              description =
                  "Chỉ ghi khi cơ quan có nhiều văn bản · only where the body has several letters")
          String letter,
      @Schema(description = "Phần, mục của dự thảo · part of the draft") String place,
      String content,
      @Schema(nullable = true) String proposal,
      Status status,
      @Schema(nullable = true, description = "null khi chưa duyệt · null until approved")
          Result result,
      @Schema(description = "Kết quả xử lý, bằng lời · the result in words") String resultLabel,
      @Schema(
              nullable = true,
              description =
                  "Nội dung tiếp thu, giải trình (vị trí chỉnh sửa) · the answer and its place")
          String answer,
      @Schema(nullable = true, description = "Ghi chú · note") String note) {}
}
