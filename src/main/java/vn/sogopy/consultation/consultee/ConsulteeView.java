package vn.sogopy.consultation.consultee;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.consultation.round.EndedBody;
import vn.sogopy.consultation.round.ReplyState;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.text.VietnamTime;

/** A consultee in a response, with the state of its reply. */
@Schema(name = "Consultee")
public record ConsulteeView(
    CommentView.OrganizationRef organization,
    @Schema(
            nullable = true,
            description =
                "Cơ quan đã kết thúc hoạt động, các cơ quan kế thừa đang hoạt động; null = đang hoạt động"
                    + " · a body that has ended, with the successors that exist; null = it exists")
        EndedBody ended,
    List<RequestLetter> requestLetters,
    @Schema(
            nullable = true,
            description =
                "Hạn trả lời đang có hiệu lực: hạn riêng, nếu không có thì hạn của dự thảo · its own, else the draft's")
        LocalDate dueOn,
    @Schema(
            nullable = true,
            description = "Hạn riêng của cơ quan này; null = theo dự thảo · null = the draft's")
        LocalDate ownDueOn,
    @Schema(nullable = true) LocalDate dossierReceivedOn,
    @Schema(
            nullable = true,
            description =
                "Đề xuất: ngày nhận hồ sơ + 30 ngày, chưa phải hạn · proposed, not set: 30 days from receipt of the dossier")
        LocalDate proposedDueOn,
    @Schema(nullable = true) Contact contact,
    ReplyState.State state,
    @Schema(
            nullable = true,
            description =
                "Nhiều văn bản: ý kiến mạnh hơn; null khi chưa trả lời · of several letters the strongest")
        Position position,
    @Schema(description = "Quá hạn chưa trả lời · not replied and past its due date")
        boolean overdue,
    @Schema(description = "Văn bản đầu tiên gửi sau thời hạn · its first letter came late")
        boolean late,
    @Schema(
            nullable = true,
            minimum = "-100000",
            description =
                "Số ngày còn lại, âm khi quá hạn; null khi đã trả lời hoặc không có hạn · days left, negative once overdue")
        Integer daysLeft,
    @Schema(
            nullable = true,
            description =
                "Cơ quan khác trả lời thay và văn bản quyết định tình trạng trên; null = tự trả lời hoặc chưa trả lời"
                    + " · who replied in its place, and by which letter; null = itself, or nobody")
        AnsweredBy answeredBy,
    List<Letter> letters,
    @Schema(description = "Số ý kiến · comments") int comments,
    @Schema(description = "Theo kết quả; PENDING = chưa duyệt · by result, PENDING = not approved")
        Map<String, Integer> byResult,
    @Schema(
            description =
                "Hạn riêng đáng ngờ: trước hoặc trong 3 ngày kể từ ngày lấy ý kiến · an odd due date of its own: before the opening or within 3 days of it")
        List<Warning> warnings,
    int version) {

  /** A letter from the organization that is not withdrawn. */
  @Schema(name = "ConsulteeLetter")
  public record Letter(
      UUID id,
      @Schema(description = "Như đã ghi · as typed") String number,
      LocalDate date,
      @Schema(nullable = true) LocalDate receivedOn,
      @Schema(nullable = true) Position position,
      Channel channel) {}

  /** The letter of another organization that decides the state. */
  @Schema(name = "AnsweredBy")
  public record AnsweredBy(CommentView.OrganizationRef organization, Letter letter) {

    /** "Sở Xây dựng trả lời thay tại Văn bản số 12/SXD-QHKT ngày 05/8/2025". */
    public String words() {
      return "%s trả lời thay tại Văn bản số %s ngày %s"
          .formatted(organization.name(), letter.number(), VietnamTime.shortDate(letter.date()));
    }
  }

  /** "Quá hạn chưa trả lời", "Có ý kiến". */
  public String stateLabel() {
    return switch (state) {
      case NOT_REPLIED -> overdue ? "Quá hạn chưa trả lời" : "Chưa có văn bản trả lời";
      case AGREED -> "Nhất trí";
      case COMMENTED -> position == Position.DISAGREES ? "Không nhất trí" : "Có ý kiến";
    };
  }

  /** The name with what became of it: "Sở Giao thông vận tải (nay là Sở Xây dựng)". */
  public String nameNow() {
    return ended == null ? organization.name() : organization.name() + " (" + ended.words() + ")";
  }
}
