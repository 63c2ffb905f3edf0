package vn.sogopy.comment;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.text.Labelled;

/**
 * The state of the work on a comment: answer, assignee, requests to the leaders and reaction.
 * Immutable; a {@link vn.sogopy.comment.workflow.Transition} creates the next state.
 *
 * @param answerDueOn of this comment alone; null = the draft's
 * @param escalation null = not escalated
 * @param returnReason of the last return; a later answer keeps it
 * @param needsReview whether the comment was replaced after its approval
 */
@Embeddable
public record CommentState(
    @Enumerated(EnumType.STRING) Status status,
    String assignee,
    LocalDate answerDueOn,
    Answer answer,
    Reaction reaction,
    Escalation escalation,
    Direction direction,
    String returnReason,
    boolean needsReview) {

  /** The answer of the consultant. */
  @Embeddable
  public record Answer(
      @Enumerated(EnumType.STRING) Result result,
      String response,
      @Schema(nullable = true) Revision revision,
      @Column(name = "same_as_id") @Schema(nullable = true) UUID sameAs,
      String answeredBy,
      Instant answeredAt) {}

  /** The commenter's reaction to the answer, in the next round. */
  @Embeddable
  public record Reaction(
      @Enumerated(EnumType.STRING) ReactionKind reaction,
      @Column(name = "reaction_note") @Schema(nullable = true) String note,
      @Column(name = "reaction_by") String by,
      @Column(name = "reaction_at") Instant at) {}

  /** Agreement or reserved opinion (đồng ý, bảo lưu ý kiến). */
  public enum ReactionKind implements Labelled {
    AGREED("Đồng ý"),
    MAINTAINED("Bảo lưu ý kiến");

    private final String label;

    ReactionKind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** A request to the provincial leaders for their opinion (xin ý kiến UBND tỉnh). */
  @Embeddable
  public record Escalation(
      @Column(name = "escalation_reason") String reason,
      @Column(name = "escalation_by") String by,
      @Column(name = "escalation_at") Instant at) {}

  /** The leaders' direction (ý kiến chỉ đạo). */
  @Embeddable
  public record Direction(
      @Column(name = "direction_text") String text,
      @Column(name = "direction_document") @Schema(nullable = true) String document,
      @Column(name = "direction_date") @Schema(nullable = true) LocalDate date) {}

  /** The state of a new comment: ASSIGNED if it has an assignee, else RECEIVED. */
  public static CommentState received(String assignee) {
    return new CommentState(initial(assignee), assignee, null, null, null, null, null, null, false);
  }

  /**
   * The state of a part of this split comment. Every part inherits date, escalation and direction,
   * since the service cannot decide to which parts they apply.
   */
  public CommentState ofPart(String newAssignee) {
    CommentState part = received(newAssignee).with(null, escalation, direction);
    return part.assigned(part.status, newAssignee, answerDueOn);
  }

  private static Status initial(String assignee) {
    return assignee == null ? Status.RECEIVED : Status.ASSIGNED;
  }

  /** The state after an assignment, before work begins; null removes the assignee. */
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

  /**
   * The state after an answer. It removes the reaction to the previous answer; the history keeps
   * it.
   */
  public CommentState answered(Status to, Answer given) {
    return new CommentState(
        to, assignee, answerDueOn, given, null, escalation, direction, returnReason, needsReview);
  }

  /** The state with another place of the change, and the same reaction. */
  public CommentState revised(Revision place) {
    return answered(
            status,
            new Answer(
                answer.result,
                answer.response,
                place,
                answer.sameAs,
                answer.answeredBy,
                answer.answeredAt))
        .with(reaction, escalation, direction);
  }

  /** The state after a change of status. An approval clears {@link #needsReview}. */
  public CommentState withStatus(Status to, String reason) {
    boolean review = needsReview && to != Status.APPROVED;
    return new CommentState(
        to, assignee, answerDueOn, answer, reaction, escalation, direction, reason, review);
  }

  public CommentState withStatus(Status to) {
    return withStatus(to, returnReason);
  }

  public CommentState flagged() {
    return new CommentState(
        status, assignee, answerDueOn, answer, reaction, escalation, direction, returnReason, true);
  }

  /** The state with another reaction, escalation and direction. */
  public CommentState with(Reaction given, Escalation asked, Direction decided) {
    return new CommentState(
        status, assignee, answerDueOn, answer, given, asked, decided, returnReason, needsReview);
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
