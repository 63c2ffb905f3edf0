package vn.sogopy.comment.workflow;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * One thing that the office does with a comment. The rules stand here, for one comment ({@link
 * TransitionService}) and for a thousand ({@link BulkTransitionService}) alike.
 */
public sealed interface Transition {

  /** One move that was made of one comment. */
  record Made(Transition move, CommentState before, CommentState after) {}

  /** What history calls it, once it was done upon this standing. */
  Action action();

  /** Why, for history; null = none is needed. */
  default String reason() {
    return null;
  }

  /**
   * What its fields must be together, whatever the comment.
   *
   * @throws ProblemException 400
   */
  default void check() {}

  /** The place it names, to be looked up in the outline; null = none. */
  default Revision place() {
    return null;
  }

  /** Where the section of that place stands in the request. */
  default String placePointer() {
    return "/revision/section";
  }

  /** The result in whose light the place is looked up. */
  default Result result(CommentState now) {
    return now.result();
  }

  /** The comment whose answer this one shares; null = none. */
  default UUID sameAs() {
    return null;
  }

  /** The same with its place as the outline spells it. */
  default Transition at(Revision found) {
    return this;
  }

  /** Whether the comment stands already as this would have it: then there is nothing to do. */
  boolean isDone(CommentState now);

  /**
   * What it makes of the standing.
   *
   * @throws ProblemException 400, 409 if the comment does not allow it
   */
  CommentState on(CommentState now, Actor actor);

  /** Gives an answer, or one in the making. */
  record Answer(AnswerInput input, Revision place) implements Transition {
    public Answer(AnswerInput input) {
      this(input, input.place());
    }

    @Override
    public void check() {
      input.check();
    }

    private Status to() {
      return input.finished() ? Status.ANSWERED : Status.DRAFTING;
    }

    @Override
    public Action action() {
      return input.finished() ? Action.ANSWERED : Action.DRAFTED;
    }

    @Override
    public Result result(CommentState now) {
      return input.result();
    }

    @Override
    public UUID sameAs() {
      return input.sameAs();
    }

    @Override
    public Transition at(Revision found) {
      return new Answer(input, found);
    }

    /** What was approved with these very words needs no second answer. */
    @Override
    public boolean isDone(CommentState now) {
      boolean there =
          now.status() == to()
              || (input.finished() && now.status() == Status.APPROVED && !now.needsReview());
      return there
          && now.result() == input.result()
          && Objects.equals(now.response(), input.response())
          && Objects.equals(now.revision(), place)
          && Objects.equals(now.sameAs(), input.sameAs());
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(to());
      return now.answered(to(), input, place, actor.caller().name(), actor.at());
    }
  }

  /** Gives or corrects the place alone, in any state: pages move until printing. */
  record Revise(Revision place) implements Transition {
    /** What names nothing takes the place away. */
    public static Revise of(Revision input) {
      return new Revise(Revision.of(input.section(), input.page(), input.note()));
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
      return now.result() != null && Objects.equals(now.revision(), place);
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      if (now.result() == null) {
        throw new ProblemException(ProblemCode.ANSWER_MISSING);
      }
      if (place == null && now.result() == Result.ALREADY_COVERED) {
        throw ProblemException.invalid(FieldError.pointer("", FieldCode.PLACE_REQUIRED));
      }
      return now.placed(place);
    }
  }

  /** Gives the work to somebody, with a date of its own or the draft's; null takes it back. */
  record Assign(AssignmentInput input) implements Transition {
    private LocalDate dueOn(CommentState now) {
      return input.answerDueOn().given() ? input.answerDueOn().date() : now.answerDueOn();
    }

    /** Work that was begun stays begun when it changes hands. */
    private Status to(CommentState now) {
      return now.status() == Status.DRAFTING
          ? Status.DRAFTING
          : input.assignee() == null ? Status.RECEIVED : Status.ASSIGNED;
    }

    @Override
    public Action action() {
      return Action.ASSIGNED;
    }

    @Override
    public boolean isDone(CommentState now) {
      return Objects.equals(now.assignee(), input.assignee())
          && Objects.equals(now.answerDueOn(), dueOn(now));
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(to(now));
      return now.assigned(to(now), input.assignee(), dueOn(now));
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
      return now.moved(Status.APPROVED, now.returnReason());
    }
  }

  /** Asks for a better answer. */
  record Return(String reason) implements Transition {
    @Override
    public Action action() {
      return Action.RETURNED;
    }

    @Override
    public boolean isDone(CommentState now) {
      return now.status() == Status.RETURNED && Objects.equals(now.returnReason(), reason);
    }

    @Override
    public CommentState on(CommentState now, Actor actor) {
      now.status().requireMove(Status.RETURNED);
      return now.moved(Status.RETURNED, reason);
    }
  }

  /** Takes the comment back. */
  record Withdraw(String reason) implements Transition {
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
      return now.moved(Status.WITHDRAWN, now.returnReason());
    }
  }
}
