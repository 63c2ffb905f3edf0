package vn.sogopy.comment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.ReactionInput;
import vn.sogopy.comment.workflow.Transition;

/**
 * Where a comment stands in the work on it: its answer, who works on it, and how far it has come.
 * What a {@link Transition} makes of it is another one; nothing is written by that.
 *
 * @param version of the comment, as its ETag shows it
 * @param answerDueOn of this comment alone; null = the draft's
 * @param revision the place changed, or where the point is covered already; null = none named
 * @param reaction what the commenter said of the answer
 * @param returnReason of the last return; stays when the answer is mended
 * @param needsReview approved on words that the body has replaced since
 */
public record CommentState(
    int version,
    Status status,
    String assignee,
    LocalDate answerDueOn,
    Result result,
    String response,
    Revision revision,
    UUID sameAs,
    String answeredBy,
    Instant answeredAt,
    ReactionInput reaction,
    String returnReason,
    boolean needsReview) {

  public static CommentState of(Comment comment) {
    return new CommentState(
        comment.version,
        comment.status,
        comment.assignee,
        comment.answerDueOn,
        comment.result,
        comment.response,
        Revision.of(comment.revisionSection, comment.revisionPage, comment.revisionNote),
        comment.sameAsId,
        comment.answeredBy,
        comment.answeredAt,
        comment.reaction == null ? null : new ReactionInput(comment.reaction, comment.reactionNote),
        comment.returnReason,
        comment.needsReview);
  }

  /** Writes this into the comment; who reacted and when goes with the reaction. */
  public void into(Comment comment) {
    comment.status = status;
    comment.assignee = assignee;
    comment.answerDueOn = answerDueOn;
    comment.result = result;
    comment.response = response;
    comment.revisionSection = revision == null ? null : revision.section();
    comment.revisionPage = revision == null ? null : revision.page();
    comment.revisionNote = revision == null ? null : revision.note();
    comment.sameAsId = sameAs;
    comment.answeredBy = answeredBy;
    comment.answeredAt = answeredAt;
    if (reaction == null) {
      comment.react(null, null, null, null);
    }
    comment.returnReason = returnReason;
    comment.needsReview = needsReview;
  }

  public CommentState answered(
      Status to, AnswerInput input, Revision place, String by, Instant at) {
    return new CommentState(
        version,
        to,
        assignee,
        answerDueOn,
        input.result(),
        input.response(),
        place,
        input.sameAs(),
        by,
        at,
        // It was to the answer before, and stays in history with it.
        null,
        returnReason,
        needsReview);
  }

  public CommentState placed(Revision place) {
    return new CommentState(
        version,
        status,
        assignee,
        answerDueOn,
        result,
        response,
        place,
        sameAs,
        answeredBy,
        answeredAt,
        reaction,
        returnReason,
        needsReview);
  }

  public CommentState assigned(Status to, String newAssignee, LocalDate dueOn) {
    return new CommentState(
        version,
        to,
        newAssignee,
        dueOn,
        result,
        response,
        revision,
        sameAs,
        answeredBy,
        answeredAt,
        reaction,
        returnReason,
        needsReview);
  }

  public CommentState moved(Status to, String newReturnReason) {
    return new CommentState(
        version,
        to,
        assignee,
        answerDueOn,
        result,
        response,
        revision,
        sameAs,
        answeredBy,
        answeredAt,
        reaction,
        newReturnReason,
        needsReview && to != Status.APPROVED);
  }
}
