package vn.sogopy.comment;

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
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Act;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

class MoveTest {
  private static final Act ACT =
      new Act(
          new Caller("Chuyên gia", "client", Role.CONSULTANT, null, null),
          Instant.parse("2021-09-01T01:02:03Z"));
  private static final AnswerInput INPUT =
      new AnswerInput(Result.EXPLAINED, "x", null, UUID.randomUUID(), null);
  private static final LocalDate DUE = LocalDate.of(2021, 10, 5);

  private static Standing at(Status status) {
    return new Standing(
        3, status, "A", DUE, null, null, null, null, null, null, null, "Sai", false);
  }

  private static Standing answered(Status status) {
    return at(status).answered(status, INPUT, null, "Ai đó", Instant.EPOCH);
  }

  private static AnswerInput inTheMaking() {
    return new AnswerInput(INPUT.result(), INPUT.response(), null, INPUT.sameAs(), false);
  }

  private static Set<Status> from(Move move) {
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
  void whereEachCanBeMadeFrom() {
    assertThat(from(new Move.Answer(INPUT)))
        .containsExactlyInAnyOrder(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.ANSWERED, Status.RETURNED);
    assertThat(from(new Move.Answer(inTheMaking())))
        .containsExactlyInAnyOrder(
            Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING, Status.RETURNED);
    assertThat(from(new Move.Approve())).containsExactly(Status.ANSWERED);
    assertThat(from(new Move.Return("x")))
        .containsExactlyInAnyOrder(Status.ANSWERED, Status.APPROVED);
    assertThat(from(new Move.Assign(new AssignmentInput("B", null))))
        .containsExactlyInAnyOrder(Status.RECEIVED, Status.ASSIGNED, Status.DRAFTING);
    assertThat(from(new Move.Assign(new AssignmentInput(null, null))))
        .containsExactlyInAnyOrder(Status.ASSIGNED, Status.DRAFTING);
    assertThat(from(new Move.Revise(null))).hasSize(Status.values().length);
  }

  /** What was made stands: the same again would have nothing to do. */
  @Test
  void whatWasMadeIsDone() {
    Standing before = at(Status.ASSIGNED);
    for (Move move :
        new Move[] {
          new Move.Answer(INPUT),
          new Move.Answer(inTheMaking()),
          new Move.Assign(new AssignmentInput("B", new OwnDate(true, null))),
          new Move.Assign(new AssignmentInput(null, null)),
          new Move.Withdraw("x")
        }) {
      assertThat(move.isDone(before)).as("%s", move).isFalse();
      assertThat(move.isDone(move.on(before, ACT))).as("%s", move).isTrue();
    }
    for (Move move : new Move[] {new Move.Approve(), new Move.Return("x")}) {
      assertThat(move.isDone(answered(Status.ANSWERED))).as("%s", move).isFalse();
      assertThat(move.isDone(move.on(answered(Status.ANSWERED), ACT))).as("%s", move).isTrue();
    }
  }

  @Test
  void anotherReasonIsAnotherReturn() {
    Standing returned = new Move.Return("x").on(answered(Status.ANSWERED), ACT);
    assertThat(new Move.Return("y").isDone(returned)).isFalse();
  }

  @Test
  void theSameWordsOfAnotherResultAreAnotherAnswer() {
    Standing now = answered(Status.ANSWERED);
    assertThat(new Move.Answer(INPUT).isDone(now)).isTrue();
    assertThat(
            new Move.Answer(new AnswerInput(Result.NOTED, "x", null, INPUT.sameAs(), null))
                .isDone(now))
        .isFalse();
    assertThat(new Move.Answer(INPUT).at(new Revision("V.1", null, null)).isDone(now)).isFalse();
    assertThat(
            new Move.Answer(new AnswerInput(Result.EXPLAINED, "x", null, null, null)).isDone(now))
        .isFalse();
  }

  /** Approved with these very words; but not what was approved on other words of the body. */
  @Test
  void anApprovedAnswerIsThere() {
    Standing approved = answered(Status.APPROVED);
    assertThat(new Move.Answer(INPUT).isDone(approved)).isTrue();
    assertThat(new Move.Answer(inTheMaking()).isDone(approved)).isFalse();
    Standing flagged =
        new Standing(
            3,
            Status.APPROVED,
            "A",
            DUE,
            INPUT.result(),
            "x",
            null,
            INPUT.sameAs(),
            "Ai đó",
            Instant.EPOCH,
            null,
            null,
            true);
    assertThat(new Move.Answer(INPUT).isDone(flagged)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void whoHasItNeedsNoAssignmentInAnyState(Status status) {
    assertThat(new Move.Assign(new AssignmentInput("A", null)).isDone(at(status))).isTrue();
    assertThat(new Move.Assign(new AssignmentInput("A", new OwnDate(true, DUE))).isDone(at(status)))
        .isTrue();
    assertThat(
            new Move.Assign(new AssignmentInput("A", new OwnDate(true, null))).isDone(at(status)))
        .isFalse();
  }

  @Test
  void aMoveLeavesAloneWhatIsNotItsOwn() {
    Standing before = answered(Status.ANSWERED);
    Standing after = new Move.Return("Mới").on(before, ACT);
    assertThat(after)
        .usingRecursiveComparison()
        .ignoringFields("status", "returnReason")
        .isEqualTo(before);
    assertThat(new Move.Approve().on(before, ACT))
        .usingRecursiveComparison()
        .ignoringFields("status")
        .isEqualTo(before);
    assertThat(new Move.Revise(new Revision("V.1", 4, null)).on(before, ACT))
        .usingRecursiveComparison()
        .ignoringFields("revision")
        .isEqualTo(before);
    Standing again = new Move.Answer(INPUT).on(before, ACT);
    assertThat(again.answeredBy()).isEqualTo("Chuyên gia");
    assertThat(again.answeredAt()).isEqualTo(ACT.at());
    assertThat(again)
        .extracting(Standing::assignee, Standing::returnReason)
        .containsExactly("A", "Sai");
  }

  @Test
  void aPlaceNeedsAnAnswer() {
    assertThatThrownBy(() -> new Move.Revise(null).on(at(Status.ASSIGNED), ACT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.code()).isEqualTo(ProblemCode.ANSWER_MISSING));
    assertThat(new Move.Revise(null).isDone(at(Status.ASSIGNED))).isFalse();
  }
}
