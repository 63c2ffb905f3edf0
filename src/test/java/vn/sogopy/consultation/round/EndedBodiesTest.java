package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/** The rules of docs/domain.md, section 8, "Bodies that end"; one test for each case. */
class EndedBodiesTest {
  /** The first day without districts. */
  private static final LocalDate END = LocalDate.of(2025, 7, 1);

  private static final LocalDate BEFORE = END.minusDays(1);

  private final EndingRound round = new EndingRound();

  @ParameterizedTest
  @CsvSource({
    "AGREES, AGREED, 3, 0, 0",
    "AGREES_WITH_COMMENTS, COMMENTED, 0, 3, 0",
    "COMMENTS, COMMENTED, 0, 3, 0",
    "DISAGREES, COMMENTED, 0, 3, 3"
  })
  void twoAskedBodiesIntoOneAsked(
      Position position, String state, int agreed, int commented, int disagreed) {
    round.ask("sgtvt", "sxd-old", "sxd", "stc");
    round.end("sgtvt", END, "sxd").end("sxd-old", END, "sxd");
    assertCounts(4, 0, 0, 0, 0);
    EndingRound.Letter letter = round.letter("sxd", END, position);
    if (position != Position.AGREES) {
      round.comment(letter, 5);
    }
    assertCounts(4, 3, agreed, commented, position == Position.AGREES ? 0 : 5);
    assertThat(round.counts().disagreed()).isEqualTo(disagreed);
    assertThat(round.state("sgtvt")).isEqualTo(state + " by sxd");
    assertThat(round.state("sxd-old")).isEqualTo(state + " by sxd");
    assertThat(round.state("sxd")).isEqualTo(state);
    assertThat(round.state("stc")).isEqualTo("NOT_REPLIED");
  }

  @Test
  void strongerLetterOfThePredecessorStands() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    round.letter("sgtvt", BEFORE, Position.DISAGREES);
    round.letter("sxd", END, Position.AGREES).onBehalfOf("sgtvt");
    assertThat(round.state("sgtvt")).isEqualTo("COMMENTED");
    assertThat(round.of("sgtvt").reply().position()).isEqualTo(Position.DISAGREES);
    assertThat(round.state("sxd")).isEqualTo("AGREED");
    assertCounts(2, 2, 1, 1, 0);
  }

  @Test
  void twoAskedBodiesIntoOneNotAsked() {
    round.ask("stnmt", "snnptnt").end("stnmt", END, "snnmt").end("snnptnt", END, "snnmt");
    round.comment(round.letter("snnmt", END, Position.COMMENTS), 7);
    assertCounts(2, 2, 0, 2, 7);
    assertThat(round.counts().unasked().bodies()).as("it wrote only in their place").isZero();
    assertThat(round.counts().unasked().comments()).isZero();
    // Once, under the heading and in the group of who wrote.
    String group = round.of("snnmt").body().group();
    assertThat(round.round().countsByGroup())
        .allSatisfy(
            one -> assertThat(one.counts().comments()).isEqualTo(one.code().equals(group) ? 7 : 0));
  }

  @Test
  void splitBodyNeedsALetterThatNamesIt() {
    round.ask("huyen").end("huyen", END, "xa-1", "xa-2", "xa-3");
    EndingRound.Letter letter = round.letter("xa-1", END, Position.COMMENTS);
    round.comment(letter, 2);
    assertCounts(1, 0, 0, 0, 0);
    assertThat(round.counts().unasked().bodies()).isEqualTo(1);
    assertThat(round.counts().unasked().comments()).isEqualTo(2);
    letter.onBehalfOf("huyen");
    assertCounts(1, 1, 0, 1, 2);
    assertThat(round.state("huyen")).isEqualTo("COMMENTED by xa-1");
    assertThat(round.counts().unasked().bodies()).isZero();
  }

  @Test
  void requestOfASplitBodyIsHandedOver() {
    round.ask("huyen", "stc");
    round.end("huyen", END, "x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9");
    assertCounts(2, 0, 0, 0, 0);
    round.handOver("huyen");
    assertCounts(2 - 1 + 9, 0, 0, 0, 0);
    assertThat(round.counts().notReplied()).isEqualTo(2 - 1 + 9);
  }

  @Test
  void letterBeforeTheMergerSpeaksForItselfAlone() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    EndingRound.Letter letter = round.letter("sxd", BEFORE, Position.AGREES);
    letter.arrivedOn(END.plusDays(3));
    assertCounts(2, 1, 1, 0, 0);
    assertThat(round.state("sgtvt")).isEqualTo("NOT_REPLIED");
    letter.onBehalfOf("sgtvt");
    assertCounts(2, 2, 2, 0, 0);
  }

  @Test
  void newLetterAfterTheMergerSettlesThePredecessor() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    round.letter("sxd", BEFORE, Position.DISAGREES);
    round.letter("sxd", END, Position.AGREES);
    assertThat(round.state("sgtvt")).as("by the new letter").isEqualTo("AGREED by sxd");
    assertThat(round.state("sxd")).isEqualTo("COMMENTED");
  }

  @Test
  void emptyListIsForItselfAlone() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    round.letter("sxd", END, Position.AGREES).onBehalfOf();
    assertCounts(2, 1, 1, 0, 0);
  }

  @Test
  void listReplacesTheDefault() {
    round.ask("a", "b", "c").end("a", END, "c").end("b", END, "c");
    round.letter("c", END, Position.AGREES).onBehalfOf("a");
    assertThat(round.state("a")).isEqualTo("AGREED by c");
    assertThat(round.state("b")).isEqualTo("NOT_REPLIED");
    assertThat(round.state("c")).isEqualTo("AGREED");
  }

  @Test
  void existingBodyCanBeNamed() {
    round.ask("ubnd-cao-bang");
    round.comment(
        round.letter("skhdt-cao-bang", END, Position.COMMENTS).onBehalfOf("ubnd-cao-bang"), 3);
    assertCounts(1, 1, 0, 1, 3);
    assertThat(round.state("ubnd-cao-bang")).isEqualTo("COMMENTED by skhdt-cao-bang");
  }

  @Test
  void bodyThatWasNotAskedIsNeverCounted() {
    round.ask("sxd").end("sgtvt", END, "sxd");
    round.letter("sxd", END, Position.AGREES).onBehalfOf("sgtvt");
    assertCounts(1, 1, 1, 0, 0);
    assertThat(round.round().participations()).hasSize(1);
  }

  @Test
  void letterOfThePredecessorStandsAndTheStrongerPositionWins() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    round.letter("sgtvt", BEFORE, Position.AGREES);
    EndingRound.Letter later = round.letter("sxd", END, Position.DISAGREES);
    assertThat(round.state("sgtvt")).as("it replied itself").isEqualTo("AGREED");
    later.onBehalfOf("sgtvt");
    assertThat(round.state("sgtvt")).isEqualTo("COMMENTED by sxd");
    assertCounts(2, 2, 0, 2, 0);
  }

  @Test
  void predecessorThatSpokeAtAMeetingHasNotReplied() {
    round.ask("sgtvt").end("sgtvt", END, "sxd");
    round.comment(round.letter("sgtvt", BEFORE, Position.COMMENTS).on(Channel.WORKSHOP), 2);
    assertCounts(1, 0, 0, 0, 0);
    round.letter("sxd", END, Position.COMMENTS).on(Channel.COUNCIL);
    assertCounts(1, 0, 0, 0, 0);
    round.letter("sxd", END, Position.AGREES);
    assertThat(round.state("sgtvt")).as("a meeting is no letter").isEqualTo("AGREED by sxd");
  }

  @Test
  void withdrawnLetterReopensTheDebt() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    EndingRound.Letter letter = round.letter("sxd", END, Position.AGREES);
    assertCounts(2, 2, 2, 0, 0);
    letter.withdrawn();
    assertCounts(2, 0, 0, 0, 0);
    assertThat(round.state("sgtvt")).isEqualTo("NOT_REPLIED");
  }

  @Test
  void replacingLetterSpeaksForItself() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    EndingRound.Letter old = round.letter("sxd", END, Position.DISAGREES).withdrawn();
    EndingRound.Letter now = round.letter("sxd", END.plusDays(9), Position.AGREES);
    now.replaces = old.id;
    assertThat(round.state("sgtvt")).isEqualTo("AGREED by sxd");
    now.onBehalfOf();
    assertThat(round.state("sgtvt")).isEqualTo("NOT_REPLIED");
  }

  @Test
  void correctedMergerIsWorkedOutAnew() {
    round.ask("sgtvt").end("sgtvt", END, "sxd");
    round.letter("sct", END, Position.AGREES);
    assertCounts(1, 0, 0, 0, 0);
    round.body("sgtvt").successors.clear();
    round.end("sgtvt", END, "sct");
    assertThat(round.state("sgtvt")).isEqualTo("AGREED by sct");
    round.end("sgtvt", END.plusDays(1), "sct");
    assertThat(round.state("sgtvt")).as("it ended later").isEqualTo("NOT_REPLIED");
  }

  @Test
  void eachBodyIsLateByItsOwnDueDay() {
    round.ask("sgtvt", "sxd").end("sgtvt", END, "sxd");
    round.due("sgtvt", END.plusDays(2)).due("sxd", END.plusDays(20));
    round.letter("sxd", END, Position.AGREES).arrivedOn(END.plusDays(3));
    assertThat(round.counts().lateBodies()).isEqualTo(1);
    assertThat(round.of("sgtvt").reply().late()).isTrue();
    assertThat(round.of("sxd").reply().late()).isFalse();
  }

  @Test
  void askerThatMergedIntoAnAskedBody() {
    round.ask("stc", "syt").end("skhdt", END, "stc");
    assertCounts(2, 0, 0, 0, 0);
    round.letter("stc", END, Position.AGREES);
    assertCounts(2, 1, 1, 0, 0);
  }

  @Test
  void chainsAreFollowed() {
    round.ask("a").end("a", END, "b").end("b", END.plusMonths(2), "c");
    EndingRound.Letter letter = round.letter("c", END.plusMonths(1), Position.AGREES);
    assertThat(round.state("a")).as("b still existed").isEqualTo("NOT_REPLIED");
    letter.withdrawn();
    round.letter("c", END.plusMonths(2), Position.AGREES);
    assertThat(round.state("a")).isEqualTo("AGREED by c");
    round.letter("b", END.plusDays(5), Position.DISAGREES);
    assertThat(round.state("a")).as("the stronger of two successors").isEqualTo("COMMENTED by b");
  }

  @Test
  void splitWithinAChainEndsTheDefault() {
    round.ask("a").end("a", END, "b").end("b", END.plusMonths(2), "c", "d");
    round.letter("c", END.plusMonths(3), Position.AGREES);
    assertThat(round.state("a")).isEqualTo("NOT_REPLIED");
    round.letter("b", END, Position.AGREES);
    assertThat(round.state("a")).isEqualTo("AGREED by b");
  }

  @Test
  void circleOfRowsEnds() {
    round.ask("a").end("a", END, "b").end("b", END, "a");
    round.letter("b", END, Position.AGREES);
    assertThat(round.state("a")).isEqualTo("AGREED by b");
    assertThat(round.ended().successors(round.body("a").id, EndingRound.TODAY)).isEmpty();
  }

  @Test
  void labelsSayWhatBecameOfABody() {
    round.end("a", END, "b").end("b", END, "c").end("huyen", END, "x", "y").end("gone", END);
    assertThat(words("a", END)).isEqualTo("nay là Cơ quan c");
    assertThat(words("huyen", END)).isEqualTo("đã kết thúc hoạt động từ ngày 01/7/2025");
    assertThat(words("gone", END)).isEqualTo("đã kết thúc hoạt động từ ngày 01/7/2025");
    assertThat(end("a", BEFORE)).as("it still existed").isNull();
    assertThat(end("c", END)).isNull();
    assertThat(end("huyen", END).names()).isEqualTo("Cơ quan x, Cơ quan y");
    assertThat(end("huyen", END).hasOneSuccessor()).isFalse();
  }

  private EndedBody end(String code, LocalDate day) {
    return EndedBody.of(round.ended(), round.body(code).id, day);
  }

  private String words(String code, LocalDate day) {
    return end(code, day).words();
  }

  /** A, B, C, D and E; F is the rest. */
  private void assertCounts(int asked, int replied, int agreed, int commented, int comments) {
    Counts counts = round.counts();
    Sums.check(counts);
    assertThat(counts.asked()).as("A").isEqualTo(asked);
    assertThat(counts.replied()).as("B").isEqualTo(replied);
    assertThat(counts.agreed()).as("C").isEqualTo(agreed);
    assertThat(counts.commented()).as("D").isEqualTo(commented);
    assertThat(counts.comments()).as("E").isEqualTo(comments);
  }
}
