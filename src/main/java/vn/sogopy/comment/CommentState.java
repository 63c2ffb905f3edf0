package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far the work on a comment is: its answer, who works on it, and what was said of the answer.
 * Immutable; a {@link vn.sogopy.comment.workflow.Transition} makes the next one.
 *
 * @param answerDueOn of this comment alone; null = the draft's
 * @param escalation null = the leaders are not asked
 * @param returnReason of the last return; a later answer keeps it
 * @param needsReview whether the comment was replaced after its approval
 */
@Embeddable
public record CommentState(
    @Enumerated(EnumType.STRING) Status status,
    String assignee,
    @Column(name = "answer_due_on") LocalDate answerDueOn,
    Answer answer,
    Reaction reaction,
    Escalation escalation,
    Direction direction,
    @Column(name = "return_reason") String returnReason,
    @Column(name = "needs_review") boolean needsReview) {

  /** What the consultant answered. */
  @Embeddable
  public record Answer(
      @Enumerated(EnumType.STRING) Result result,
      String response,
      @Schema(nullable = true) Revision revision,
      @Column(name = "same_as_id") @Schema(nullable = true) UUID sameAs,
      @Column(name = "answered_by") String answeredBy,
      @Column(name = "answered_at") Instant answeredAt) {}

  /** What the commenter says of the answer, in the next round. */
  @Embeddable
  public record Reaction(
      @Enumerated(EnumType.STRING) ReactionKind reaction,
      @Column(name = "reaction_note") @Schema(nullable = true) String note,
      @Column(name = "reaction_by") String by,
      @Column(name = "reaction_at") Instant at) {}

  /** Đồng ý or bảo lưu ý kiến. */
  public enum ReactionKind {
    AGREED,
    MAINTAINED
  }

  /** Xin ý kiến UBND tỉnh. */
  @Embeddable
  public record Escalation(
      @Column(name = "escalation_reason") String reason,
      @Column(name = "escalation_by") String by,
      @Column(name = "escalation_at") Instant at) {}

  /** Ý kiến chỉ đạo. */
  @Embeddable
  public record Direction(
      @Column(name = "direction_text") String text,
      @Column(name = "direction_document") @Schema(nullable = true) String document,
      @Column(name = "direction_date") @Schema(nullable = true) LocalDate date) {}

  /** Of a new comment; with an assignee it is ASSIGNED at once. */
  public static CommentState received(String assignee) {
    return new CommentState(initial(assignee), assignee, null, null, null, null, null, null, false);
  }

  /**
   * Of a part of this comment, which was split. Date, escalation and direction go to every part,
   * since only the office knows to which of them they apply.
   */
  public CommentState ofPart(String newAssignee) {
    return new CommentState(
        initial(newAssignee),
        newAssignee,
        answerDueOn,
        null,
        null,
        escalation,
        direction,
        null,
        false);
  }

  private static Status initial(String assignee) {
    return assignee == null ? Status.RECEIVED : Status.ASSIGNED;
  }

  /** With nobody's work begun: assigned to somebody else, or to nobody. */
  public CommentState reassigned(String newAssignee) {
    return assigned(initial(newAssignee), newAssignee, answerDueOn);
  }

  public CommentState due(LocalDate on) {
    return assigned(status, assignee, on);
  }

  public CommentState assigned(Status to, String newAssignee, LocalDate dueOn) {
    return new CommentState(
        to, newAssignee, dueOn, answer, reaction, escalation, direction, returnReason, needsReview);
  }

  /** A reaction to the answer before no longer applies; history keeps it. */
  public CommentState answered(Status to, Answer given) {
    return new CommentState(
        to, assignee, answerDueOn, given, null, escalation, direction, returnReason, needsReview);
  }

  public CommentState revised(Revision place) {
    Answer placed =
        new Answer(
            answer.result(),
            answer.response(),
            place,
            answer.sameAs(),
            answer.answeredBy(),
            answer.answeredAt());
    return new CommentState(
        status,
        assignee,
        answerDueOn,
        placed,
        reaction,
        escalation,
        direction,
        returnReason,
        needsReview);
  }

  /** Approval settles {@link #needsReview}. */
  public CommentState moved(Status to, String newReturnReason) {
    return new CommentState(
        to,
        assignee,
        answerDueOn,
        answer,
        reaction,
        escalation,
        direction,
        newReturnReason,
        needsReview && to != Status.APPROVED);
  }

  public CommentState moved(Status to) {
    return moved(to, returnReason);
  }

  public CommentState flagged() {
    return new CommentState(
        status, assignee, answerDueOn, answer, reaction, escalation, direction, returnReason, true);
  }

  /** With another reaction, escalation and direction. */
  public CommentState with(Reaction said, Escalation asked, Direction decided) {
    return new CommentState(
        status, assignee, answerDueOn, answer, said, asked, decided, returnReason, needsReview);
  }

  public Result result() {
    return answer == null ? null : answer.result();
  }

  public String response() {
    return answer == null ? null : answer.response();
  }

  public Revision revision() {
    return answer == null ? null : answer.revision();
  }

  public UUID sameAs() {
    return answer == null ? null : answer.sameAs();
  }
}
