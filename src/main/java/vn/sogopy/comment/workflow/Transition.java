package vn.sogopy.comment.workflow;

import java.util.Objects;
import java.util.UUID;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.CommentState.Reaction;
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

  /** A copy with the place in the spelling of the outline. */
  default Transition at(Revision found) {
    return this;
  }

  /** Adds the changes for the history. */
  default void describe(CommentState before, CommentState after, Changes changes) {
    changes
        .add("result", before.result(), after.result())
        .add("response", before.response(), after.response())
        .add("revision", before.revision(), after.revision())
        .add("sameAs", before.sameAs(), after.sameAs())
        .add("reaction", said(before.reaction()), said(after.reaction()))
        .add("assignee", before.assignee(), after.assignee())
        .add("answerDueOn", before.answerDueOn(), after.answerDueOn())
        .add("needsReview", before.needsReview(), after.needsReview());
  }

  private static ReactionInput said(Reaction reaction) {
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
  record Approve() implements Transition {
    @Override
    public Action action() {
      return Action.APPROVED;
    }

    @Override
    public boolean isDone(CommentState now) {
      return now.status() == Status.APPROVED;
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(Status.APPROVED);
      return now.moved(Status.APPROVED);
    }
  }

  /** Returns the answer for improvement. */
  record Return(String historyReason) implements Transition {
    @Override
    public Action action() {
      return Action.RETURNED;
    }

    @Override
    public boolean isDone(CommentState now) {
      return now.status() == Status.RETURNED && now.returnReason().equals(historyReason);
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(Status.RETURNED);
      return now.moved(Status.RETURNED, historyReason);
    }
  }

  /** Withdraws the comment. */
  record Withdraw(String historyReason) implements Transition {
    @Override
    public Action action() {
      return Action.WITHDRAWN;
    }

    @Override
    public boolean isDone(CommentState now) {
      return now.status() == Status.WITHDRAWN;
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(Status.WITHDRAWN);
      return now.moved(Status.WITHDRAWN);
    }
  }
}
