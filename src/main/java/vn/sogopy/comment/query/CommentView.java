package vn.sogopy.comment.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.CommentState.Escalation;
import vn.sogopy.comment.CommentState.Reaction;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.platform.http.problem.Warning;

/** The caller's view of a comment. */
@Schema(name = "Comment")
public record CommentView(
    UUID id,
    @Schema(description = "Số tiếp nhận; tăng dần, có thể ngắt quãng · rises, may have gaps")
        long receiptNumber,
    @Schema(nullable = true) Integer part,
    @Schema(nullable = true) UUID partOf,
    String plan,
    int draft,
    @Schema(nullable = true, description = "null = ý kiến chung · a general comment")
        SectionRef section,
    List<String> alsoSections,
    OrganizationRef organization,
    @Schema(nullable = true) LetterRef letter,
    @Schema(nullable = true) Locator locator,
    @Schema(nullable = true) Author author,
    Kind kind,
    String content,
    @Schema(nullable = true) String proposal,
    boolean restricted,
    @Schema(description = "Gửi sau thời hạn · came after the due date") boolean late,
    @Schema(description = "Cần xem lại · to be looked at again") boolean needsReview,
    @Schema(nullable = true, description = "Hạn trả lời · the answer is due") LocalDate answerDueOn,
    Status status,
    @Schema(nullable = true) String assignee,
    @Schema(
            nullable = true,
            description = "Cơ quan góp ý chỉ thấy khi APPROVED · a SUBMITTER sees it once APPROVED")
        Answer answer,
    @Schema(
            nullable = true,
            description = "Lý do đề nghị hoàn thiện lại gần nhất · reason of the last return")
        String returnReason,
    @Schema(nullable = true) Reaction reaction,
    @Schema(nullable = true) Escalation escalation,
    @Schema(nullable = true) Direction direction,
    @Schema(
            description =
                "Các bản đã chốt có ý kiến này; việc chốt không đổi version, updatedAt và ETag · sealed editions that hold it; a seal changes neither version nor updatedAt nor ETag")
        List<UUID> sealedIn,
    @Schema(nullable = true) UUID follows,
    @Schema(
            description =
                "Các ý kiến ở dự thảo sau tiếp theo ý kiến này · later comments that follow it")
        List<UUID> followedBy,
    @Schema(
            description =
                "Đang chờ các cơ quan này trả lời; cơ quan góp ý không thấy · bodies whose opinion or figures it waits for; a SUBMITTER sees none")
        List<Waiting> waitingFor,
    @Schema(nullable = true) String externalId,
    @Schema(
            description =
                "Chỉ trong câu trả lời của POST: văn bản đã có và ghi khác; không ghi đè · only in the answer of the POST: the letter exists and says otherwise; it was not changed")
        List<Warning> warnings,
    Instant receivedAt,
    Instant updatedAt,
    int version) {

  public static final String PATH = "/api/v1/comments";

  /** The same comment with these warnings. */
  public CommentView with(List<Warning> newWarnings) {
    return new CommentView(
        id,
        receiptNumber,
        part,
        partOf,
        plan,
        draft,
        section,
        alsoSections,
        organization,
        letter,
        locator,
        author,
        kind,
        content,
        proposal,
        restricted,
        late,
        needsReview,
        answerDueOn,
        status,
        assignee,
        answer,
        returnReason,
        reaction,
        escalation,
        direction,
        sealedIn,
        follows,
        followedBy,
        waitingFor,
        externalId,
        newWarnings,
        receivedAt,
        updatedAt,
        version);
  }

  /** A section of the comment's draft. */
  public record SectionRef(String code, String title) {
    /** Null without a code. */
    static SectionRef of(String code, String title) {
      return code == null ? null : new SectionRef(code, title);
    }
  }

  /** An organization. */
  public record OrganizationRef(String code, String name, String group) {}

  /** The letter that contained the comment. */
  public record LetterRef(
      UUID id, @Schema(description = "Như đã ghi · as typed") String number, LocalDate date) {}

  /** An organization with an open request about the comment. */
  @Schema(name = "CommentWaiting")
  public record Waiting(
      OrganizationRef organization,
      RequestKind kind,
      @Schema(nullable = true) LocalDate dueOn,
      boolean overdue) {}
}
