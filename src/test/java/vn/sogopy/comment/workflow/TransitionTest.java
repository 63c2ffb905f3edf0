package vn.sogopy.comment.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.workflow.AssignmentInput.OwnDate;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

class TransitionTest {
  private static final Actor ACT =
      new Actor(
          new Caller("Chuyên gia", "client", Role.CONSULTANT, null, null),
          Instant.parse("2021-09-01T01:02:03Z"));
  private static final AnswerInput INPUT =
      new AnswerInput(Result.EXPLAINED, "x", null, UUID.randomUUID(), null);
  private static final LocalDate DUE = LocalDate.of(2021, 10, 5);

  private static CommentState at(Status status) {
    return new CommentState(status, "A", DUE, null, null, null, null, "Sai", false);
  }

  private static final CommentState.Answer ANSWER =
      new CommentState.Answer(
          INPUT.result(), INPUT.response(), null, INPUT.sameAs(), "Ai đó", Instant.EPOCH);

  private static CommentState answered(Status status) {
    return at(status).answered(status, ANSWER);
  }

  private static AnswerInput inTheMaking() {
    return new AnswerInput(INPUT.result(), INPUT.response(), null, INPUT.sameAs(), false);
  }

  private static Set<Status> from(Transition move) {
    return EnumSet.allOf(Status.class).stream()
        .filter(
            status -> {
              try {
                move.on(answered(status), ACT);
                return true;
              } catch (ProblemException refused) {
                assertThat(refused.code()).isEqualTo(ProblemCode.TRANSITION_NOT_ALLOWED);
                return false;
              }
            })
        .collect(Collectors.toSet());
  }

  @Test
  void allowedStatusesOfEachTransition() {
    assertThat(from(INPUT))
        .containsExactlyInAnyOrder(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.ANSWERED, Status.RETURNED);
    assertThat(from(inTheMaking()))
        .containsExactlyInAnyOrder(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.RETURNED);
    assertThat(from(Transition.approval())).containsExactly(Status.ANSWERED);
    assertThat(from(Transition.returned("x")))
        .containsExactlyInAnyOrder(Status.ANSWERED, Status.APPROVED);
    assertThat(from(new AssignmentInput("B", null)))
        .containsExactlyInAnyOrder(Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING);
    assertThat(from(new AssignmentInput(null, null)))
        .containsExactlyInAnyOrder(Status.ASSIGNED, Status.DRAFTING);
    assertThat(from(new Transition.Revise(null))).hasSize(Status.values().length);
  }

  /** After each transition, the same transition has nothing to do. */
  @Test
  void appliedTransitionIsDone() {
    CommentState before = at(Status.ASSIGNED);
    for (Transition move :
        new Transition[] {
          INPUT,
          inTheMaking(),
          new AssignmentInput("B", new OwnDate(true, null)),
          new AssignmentInput(null, null),
          Transition.withdrawal("x")
        }) {
      assertThat(move.isDone(before)).as("%s", move).isFalse();
      assertThat(move.isDone(move.on(before, ACT))).as("%s", move).isTrue();
    }
    for (Transition move : new Transition[] {Transition.approval(), Transition.returned("x")}) {
      assertThat(move.isDone(answered(Status.ANSWERED))).as("%s", move).isFalse();
      assertThat(move.isDone(move.on(answered(Status.ANSWERED), ACT))).as("%s", move).isTrue();
    }
  }

  @Test
  void returnWithAnotherReasonIsNotDone() {
    CommentState returned = Transition.returned("x").on(answered(Status.ANSWERED), ACT);
    assertThat(Transition.returned("y").isDone(returned)).isFalse();
  }

  @Test
  void answerWithAnotherResultIsNotDone() {
    CommentState now = answered(Status.ANSWERED);
    assertThat(INPUT.isDone(now)).isTrue();
    assertThat(new AnswerInput(Result.NOTED, "x", null, INPUT.sameAs(), null).isDone(now))
        .isFalse();
    assertThat(INPUT.at(new Revision("V.1", null, null, null)).isDone(now)).isFalse();
    assertThat(new AnswerInput(Result.EXPLAINED, "x", null, null, null).isDone(now)).isFalse();
  }

  /** An approved answer given again has nothing to do, unless it needs review. */
  @Test
  void approvedAnswerIsDone() {
    CommentState approved = answered(Status.APPROVED);
    assertThat(INPUT.isDone(approved)).isTrue();
    assertThat(inTheMaking().isDone(approved)).isFalse();
    CommentState flagged =
        new CommentState(Status.APPROVED, "A", DUE, ANSWER, null, null, null, null, true);
    assertThat(INPUT.isDone(flagged)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void equalAssignmentIsDone(Status status) {
    assertThat(new AssignmentInput("A", null).isDone(at(status))).isTrue();
    assertThat(new AssignmentInput("A", new OwnDate(true, DUE)).isDone(at(status))).isTrue();
    assertThat(new AssignmentInput("A", new OwnDate(true, null)).isDone(at(status))).isFalse();
  }

  @Test
  void transitionKeepsOtherFields() {
    CommentState before = answered(Status.ANSWERED);
    CommentState after = Transition.returned("Mới").on(before, ACT);
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("status", "returnReason")
        .isEqualTo(before);
    assertThat(Transition.approval().on(before, ACT))
        .usingRecursiveComparison()
        .ignoringFields("status")
        .isEqualTo(before);
    assertThat(new Transition.Revise(new Revision("V.1", 4, null, null)).on(before, ACT))
        .usingRecursiveComparison()
        .ignoringFields("answer.revision")
        .isEqualTo(before);
    CommentState again = INPUT.on(before, ACT);
    assertThat(again.answer().answeredBy()).isEqualTo("Chuyên gia");
    assertThat(again.answer().answeredAt()).isEqualTo(ACT.at());
    assertThat(again)
        .extracting(CommentState::assignee, CommentState::returnReason)
        .containsExactly("A", "Sai");
  }

  @Test
  void placeNeedsAnAnswer() {
    assertThatThrownBy(() -> new Transition.Revise(null).on(at(Status.ASSIGNED), ACT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ANSWER_MISSING));
    assertThat(new Transition.Revise(null).isDone(at(Status.ASSIGNED))).isFalse();
  }
}
