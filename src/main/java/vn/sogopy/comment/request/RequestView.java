package vn.sogopy.comment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Locator;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequest.RequestKind;

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

  /**
   * The data of the comment that the requested organization needs: without author, letter and
   * answer.
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
      String content) {}
}
