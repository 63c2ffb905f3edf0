package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Result;
import vn.sogopy.letter.Position;
import vn.sogopy.register.Counts.Reply;

class CountsTest {

  private static Reply on(Position position) {
    return new Reply(position, false);
  }

  @Test
  void nothingIsZeroEverywhere() {
    Counts counts = Counts.of(List.of(), List.of());

    assertThat(counts.replied()).isZero();
    assertThat(counts.comments()).isZero();
    assertThat(counts.byResult()).hasSize(7).allSatisfy((result, n) -> assertThat(n).isZero());
    assertThat(counts.byResult().keySet())
        .containsExactly(
            "ACCEPTED",
            "PARTIALLY_ACCEPTED",
            "EXPLAINED",
            "ALREADY_COVERED",
            "NOTED",
            "OUT_OF_SCOPE",
            "PENDING");
  }

  @Test
  void whatDependsOnWhoWasAskedIsNotGuessed() {
    Counts counts = Counts.of(List.of(List.of(on(Position.AGREES))), List.of());

    assertThat(counts.asked()).isNull();
    assertThat(counts.notReplied()).isNull();
    assertThat(counts.unasked()).isNull();
  }

  @Test
  void aBodyWithoutReplyIsNotCounted() {
    Counts counts =
        Counts.of(List.of(List.of(), List.of(on(Position.AGREES)), List.of()), List.of());

    assertThat(counts.replied()).isEqualTo(1);
    assertThat(counts.agreed()).isEqualTo(1);
    assertThat(counts.commented()).isZero();
  }

  /** Agreed, commented, and disagreed among the commented. */
  @ParameterizedTest
  @CsvSource({
    "AGREES, 1, 0, 0",
    "AGREES_WITH_COMMENTS, 0, 1, 0",
    "COMMENTS, 0, 1, 0",
    "DISAGREES, 0, 1, 1",
    "AGREES AGREES, 1, 0, 0",
    "AGREES AGREES_WITH_COMMENTS, 0, 1, 0",
    "DISAGREES AGREES, 0, 1, 1",
    "AGREES DISAGREES COMMENTS, 0, 1, 1",
    "AGREES_WITH_COMMENTS COMMENTS, 0, 1, 0",
    "UNKNOWN, 0, 1, 0",
    "UNKNOWN AGREES, 0, 1, 0",
    "UNKNOWN DISAGREES, 0, 1, 1"
  })
  void theStrongestPositionWins(String positions, int agreed, int commented, int disagreed) {
    List<Reply> letters =
        Arrays.stream(positions.split(" "))
            .map(position -> on(position.equals("UNKNOWN") ? null : Position.valueOf(position)))
            .toList();

    Counts counts = Counts.of(List.of(letters), List.of());

    assertThat(counts.replied()).isEqualTo(1);
    assertThat(counts.agreed()).isEqualTo(agreed);
    assertThat(counts.commented()).isEqualTo(commented);
    assertThat(counts.disagreed()).isEqualTo(disagreed);
  }

  @Test
  void aBodyIsLateByItsFirstLetter() {
    Reply late = new Reply(Position.COMMENTS, true);
    Reply inTime = new Reply(Position.COMMENTS, false);

    assertThat(Counts.of(List.of(List.of(late)), List.of()).lateBodies()).isEqualTo(1);
    assertThat(Counts.of(List.of(List.of(late, inTime)), List.of()).lateBodies()).isEqualTo(1);
    assertThat(Counts.of(List.of(List.of(inTime, late)), List.of()).lateBodies()).isZero();
    assertThat(
            Counts.of(List.of(List.of(late), List.of(inTime), List.of(late)), List.of())
                .lateBodies())
        .isEqualTo(2);
  }

  @Test
  void resultsAreCountedAndWhatIsNotApprovedIsPending() {
    Counts counts =
        Counts.of(
            List.of(), Arrays.asList(Result.ACCEPTED, null, Result.NOTED, Result.ACCEPTED, null));

    assertThat(counts.comments()).isEqualTo(5);
    assertThat(counts.byResult())
        .containsEntry("ACCEPTED", 2)
        .containsEntry("NOTED", 1)
        .containsEntry("PENDING", 2)
        .containsEntry("EXPLAINED", 0);
  }

  /** B = C + D, E = e1 + … + e7, disagreed ≤ D, G ≤ B: DOMAIN.md section 6. */
  @Property
  void theInvariantsHoldForAnyInput(
      @ForAll("bodies") List<List<Reply>> bodies, @ForAll("results") List<Result> results) {
    Counts counts = Counts.of(bodies, results);

    int replied = (int) bodies.stream().filter(letters -> !letters.isEmpty()).count();
    assertThat(counts.replied()).isEqualTo(replied);
    assertThat(counts.agreed() + counts.commented()).isEqualTo(counts.replied());
    assertThat(counts.disagreed()).isBetween(0, counts.commented());
    assertThat(counts.lateBodies()).isBetween(0, counts.replied());
    assertThat(counts.comments()).isEqualTo(results.size());
    assertThat(counts.byResult().values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(counts.comments());
    for (Result result : Result.values()) {
      assertThat(counts.byResult())
          .containsEntry(
              result.name(), (int) results.stream().filter(one -> one == result).count());
    }
  }

  @Property
  void onlyBodiesWhoseLettersAllAgreeAgree(@ForAll("bodies") List<List<Reply>> bodies) {
    long agreeing =
        bodies.stream()
            .filter(letters -> !letters.isEmpty())
            .filter(letters -> letters.stream().allMatch(l -> l.position() == Position.AGREES))
            .count();
    long disagreeing =
        bodies.stream()
            .filter(letters -> letters.stream().anyMatch(l -> l.position() == Position.DISAGREES))
            .count();
    Counts counts = Counts.of(bodies, List.of());

    assertThat(counts.agreed()).isEqualTo((int) agreeing);
    assertThat(counts.disagreed()).isEqualTo((int) disagreeing);
  }

  /** The order of bodies, and of a body's later letters, does not matter. */
  @Property
  void theOrderDoesNotMatter(@ForAll("bodies") List<List<Reply>> bodies) {
    List<List<Reply>> turned = new ArrayList<>();
    for (List<Reply> letters : bodies) {
      List<Reply> other = new ArrayList<>(letters);
      if (letters.size() > 2) {
        java.util.Collections.reverse(other.subList(1, other.size()));
      }
      turned.add(0, other);
    }
    assertThat(Counts.of(turned, List.of())).isEqualTo(Counts.of(bodies, List.of()));
  }

  @Provide
  Arbitrary<List<List<Reply>>> bodies() {
    Arbitrary<Position> position = Arbitraries.of(Position.class).injectNull(0.2);
    return Combinators.combine(position, Arbitraries.of(true, false))
        .as(Reply::new)
        .list()
        .ofMaxSize(4)
        .list()
        .ofMaxSize(12);
  }

  @Provide
  Arbitrary<List<Result>> results() {
    return Arbitraries.of(Result.class).injectNull(0.3).list().ofMaxSize(40);
  }
}
