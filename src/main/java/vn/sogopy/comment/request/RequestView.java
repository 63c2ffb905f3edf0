package vn.sogopy.comment.request;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.platform.text.VietnamTime;

/** A request about a comment, in the view of the requested organization and the office. */
@Schema(name = "CommentRequest")
public record RequestView(
    UUID id,
    About comment,
    CommentView.OrganizationRef to,
    RequestKind kind,
    String text,
    @Schema(nullable = true) LocalDate dueOn,
    @Schema(
            description =
                "Còn chờ trả lời: chưa trả lời, ý kiến chưa duyệt và chưa rút · not replied, its comment neither APPROVED nor WITHDRAWN")
        boolean open,
    @Schema(description = "Còn chờ và đã quá hạn · open and past dueOn") boolean overdue,
    Instant askedAt,
    String askedBy,
    @Schema(nullable = true) String reply,
    @Schema(nullable = true) Instant repliedAt,
    @Schema(nullable = true) String repliedBy,
    int version) {

  /** As {@link RequestReader} selects it, with the status of the comment. */
  public RequestView(
      UUID id,
      About comment,
      CommentView.OrganizationRef to,
      RequestKind kind,
      String text,
      LocalDate dueOn,
      Status status,
      Instant askedAt,
      String askedBy,
      String reply,
      Instant repliedAt,
      String repliedBy,
      int version) {
    this(
        id,
        comment,
        to,
        kind,
        text,
        dueOn,
        isOpen(reply, status),
        isOpen(reply, status) && isPast(dueOn),
        askedAt,
        askedBy,
        reply,
        repliedAt,
        repliedBy,
        version);
  }

  private static boolean isOpen(String reply, Status status) {
    return reply == null && CommentRequest.REPLYABLE.contains(status);
  }

  private static boolean isPast(LocalDate dueOn) {
    return dueOn != null && dueOn.isBefore(VietnamTime.today());
  }

  /**
   * The data of the comment that the requested organization needs: without author, letter and
   * answer.
   *
   * @param restricted whether the comment is restricted; papers for others omit its content
   */
  @Schema(name = "CommentRequestAbout")
  public record About(
      UUID id,
      long receiptNumber,
      @Schema(nullable = true) Integer part,
      String plan,
      int draft,
      @Schema(nullable = true) CommentView.SectionRef section,
      @Schema(nullable = true) Locator locator,
      String content,
      @JsonIgnore boolean restricted) {

    public About {
      // The outer join of a general comment gives a section without a code.
      section = section == null || section.code() == null ? null : section;
    }
  }
}
