package vn.sogopy.comment.workflow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.CommentState.Escalation;
import vn.sogopy.comment.CommentState.Reaction;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter.Changes;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * One step in the work on a comment, as received. It holds the rules for single and bulk requests
 * ({@link TransitionService}).
 */
public interface Transition {

  /** The action in the history. */
  Action action();

  /**
   * Returns the next state; nothing is written.
   *
   * @throws ProblemException 400; 409 if the state does not allow it
   */
  CommentState on(CommentState now, Actor actor);

  /** Whether this transition would not change the state; a bulk request then skips the comment. */
  default boolean isDone(CommentState now) {
    return false;
  }

  /**
   * Checks rules across fields that do not depend on the comment.
   *
   * @throws ProblemException 400
   */
  default void check() {}

  /** The reason in the history; null = none. */
  default String historyReason() {
    return null;
  }

  /** The place to look up in the outlines; null = none. */
  default Revision place() {
    return null;
  }

  /** JSON pointer of the section of {@link #place}. */
  default String placePointer() {
    return "/revision/section";
  }

  /** The result that selects the outlines for the place. */
  default Result result(CommentState now) {
    return now.result();
  }

  /** The comment with the same answer; null = none. */
  default UUID sameAs() {
    return null;
  }

  /** The new assignee; null = none. */
  default String assignee() {
    return null;
  }

  /** A copy with the place in the spelling of the outline. */
  default Transition at(Revision found) {
    return this;
  }

  /** A copy with the assignee in the spelling of the plan. */
  default Transition assignedTo(String name) {
    return this;
  }

  /** Adds the changes for the history. */
  default void describe(CommentState before, CommentState after, Changes changes) {
    changes
        .add("result", before.result(), after.result())
        .add("response", before.response(), after.response())
        .add("revision", before.revision(), after.revision())
        .add("sameAs", before.sameAs(), after.sameAs())
        .add("reaction", input(before.reaction()), input(after.reaction()))
        .add("assignee", before.assignee(), after.assignee())
        .add("answerDueOn", before.answerDueOn(), after.answerDueOn())
        .add("needsReview", before.needsReview(), after.needsReview());
  }

  private static ReactionInput input(Reaction reaction) {
    return reaction == null ? null : new ReactionInput(reaction.reaction(), reaction.note());
  }

  /** Sets or corrects the place alone, in any state: page numbers change until printing. */
  record Revise(Revision place) implements Transition {
    public Revise {
      place = place == null ? null : place.orNull();
    }

    @Override
    public Action action() {
      return Action.REVISED;
    }

    @Override
    public String placePointer() {
      return "/section";
    }

    @Override
    public Transition at(Revision found) {
      return new Revise(found);
    }

    @Override
    public boolean isDone(CommentState now) {
      return now.answer() != null && Objects.equals(now.revision(), place);
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      if (now.answer() == null) {
        throw new ProblemException(ProblemCode.ANSWER_MISSING);
      }
      if (place == null && now.result() == Result.ALREADY_COVERED) {
        throw ProblemException.invalid(FieldError.pointer("", FieldCode.PLACE_REQUIRED));
      }
      return now.revised(place);
    }
  }

  /** Approves the answer. */
  static Transition approval() {
    return new StatusChange(Status.APPROVED, Action.APPROVED, null);
  }

  /** Returns the answer for improvement. */
  static Transition returned(String reason) {
    return new StatusChange(Status.RETURNED, Action.RETURNED, reason);
  }

  /** Withdraws the comment. */
  static Transition withdrawal(String reason) {
    return new StatusChange(Status.WITHDRAWN, Action.WITHDRAWN, reason);
  }

  /** A change of the status alone. A return with another reason is another return. */
  record StatusChange(Status to, Action action, String historyReason) implements Transition {
    @Override
    public boolean isDone(CommentState now) {
      return now.status() == to
          && (to != Status.RETURNED || now.returnReason().equals(historyReason));
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireTransition(to);
      return now.withStatus(to, to == Status.RETURNED ? historyReason : now.returnReason());
    }
  }

  /**
   * The commenter's latest reaction to the approved answer. A return keeps it. A new answer removes
   * it from the comment; the history keeps it.
   */
  @Schema(name = "ReactionInput")
  record ReactionInput(
      @NotNull
          @Schema(
              description = "AGREED: đồng ý · MAINTAINED: bảo lưu ý kiến · keeps to its comment")
          ReactionKind reaction,
      @Size(min = 1, max = 2_000)
          @Schema(
              nullable = true,
              description = "Lý do; bắt buộc khi MAINTAINED · why; needed with MAINTAINED")
          String note)
      implements Transition {

    @Override
    public Action action() {
      return Action.REACTED;
    }

    @Override
    public void check() {
      if (reaction == ReactionKind.MAINTAINED && note == null) {
        throw ProblemException.invalid(FieldError.pointer("/note", FieldCode.REQUIRED));
      }
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireAmong(EnumSet.of(Status.APPROVED));
      Reaction given = new Reaction(reaction, note, actor.caller().name(), actor.at());
      return now.with(given, now.escalation(), now.direction());
    }

    @Override
    public void describe(CommentState before, CommentState after, Changes changes) {
      Reaction earlier = before.reaction();
      changes
          .add("reaction", earlier == null ? null : earlier.reaction(), reaction)
          .add("note", earlier == null ? null : earlier.note(), note);
    }
  }

  /**
   * Escalates to the leaders ("xin ý kiến UBND tỉnh"), or cancels that. The status does not change.
   */
  @Schema(name = "EscalationInput")
  record EscalationInput(
      @Size(min = 1, max = 2_000)
          @Schema(
              nullable = true,
              description = "Lý do xin ý kiến UBND tỉnh; null = rút lại · null takes it back")
          String reason)
      implements Transition {

    @Override
    public Action action() {
      return Action.ESCALATED;
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireAmong(Status.LIVE);
      if (reason == null && now.direction() != null) {
        throw new ProblemException(ProblemCode.DIRECTION_GIVEN);
      }
      Escalation asked =
          reason == null ? null : new Escalation(reason, actor.caller().name(), actor.at());
      return now.with(now.reaction(), asked, now.direction());
    }

    @Override
    public void describe(CommentState before, CommentState after, Changes changes) {
      Escalation earlier = before.escalation();
      changes.add("escalation", earlier == null ? null : earlier.reason(), reason);
    }
  }

  /** The leaders' direction on a comment; all null removes it. The status does not change. */
  @Schema(name = "DirectionInput")
  record DirectionInput(
      @Size(min = 1, max = 20_000)
          @Schema(
              nullable = true,
              description =
                  "Nội dung chỉ đạo; null = bỏ · the direction's words, null takes it back")
          String text,
      @Size(min = 1, max = 300)
          @Schema(
              nullable = true,
              description = "Văn bản chỉ đạo · the document it stands in",
              examples = "Thông báo số 215/TB-UBND")
          String document,
      @Schema(nullable = true) LocalDate date)
      implements Transition {

    @Override
    public Action action() {
      return Action.DIRECTED;
    }

    @Override
    public void check() {
      if (text == null && (document != null || date != null)) {
        throw ProblemException.invalid(FieldError.pointer("/text", FieldCode.REQUIRED));
      }
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireAmong(Status.LIVE);
      if (now.escalation() == null) {
        throw new ProblemException(ProblemCode.NOT_ESCALATED);
      }
      Direction decided = text == null ? null : new Direction(text, document, date);
      return now.with(now.reaction(), now.escalation(), decided);
    }

    @Override
    public void describe(CommentState before, CommentState after, Changes changes) {
      changes.add("direction", before.direction(), after.direction());
    }
  }

  /** The reason of a return or a withdrawal. */
  record ReasonInput(@NotNull @Size(min = 1, max = MAX) String reason) {
    public static final int MAX = 2_000;
  }
}
