package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.consultation.round.Letters.withdrawn;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.consultation.round.ReplyState.State;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

class ReplyStateTest {
  private static final LocalDate DUE = LocalDate.of(2021, 9, 15);

  @ParameterizedTest
  @CsvSource({"2021-09-14, false, 1", "2021-09-15, false, 0", "2021-09-16, true, -1"})
  void missingReplyIsOverdueAfterTheDueDate(LocalDate today, boolean overdue, int daysLeft) {
    assertThat(ReplyState.of(List.of(), DUE, today))
        .isEqualTo(new ReplyState(State.NOT_REPLIED, null, false, overdue, daysLeft, null));
  }

  @Test
  void withoutDueDateNothingIsOverdueOrLate() {
    assertThat(ReplyState.of(List.of(), null, DUE))
        .isEqualTo(new ReplyState(State.NOT_REPLIED, null, false, false, null, null));
    assertThat(state(null, letter(DUE.plusYears(1), Position.AGREES)).late()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "AGREES, AGREED",
    "AGREES_WITH_COMMENTS, COMMENTED",
    "COMMENTS, COMMENTED",
    "DISAGREES, COMMENTED",
    ", COMMENTED"
  })
  void onlyUnconditionalAgreementCounts(Position position, State expected) {
    ReplyState state = state(DUE, letter(DUE, position));
    assertThat(state.state()).isEqualTo(expected);
    assertThat(state.position()).isEqualTo(position == null ? Position.COMMENTS : position);
    assertThat(state.overdue()).isFalse();
    assertThat(state.daysLeft()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Channel.class)
  void meetingCommentIsNoReply(Channel channel) {
    RoundLetter letter = Letters.letter(DUE, Position.DISAGREES, channel);
    boolean meeting = channel == Channel.WORKSHOP || channel == Channel.COUNCIL;
    assertThat(state(DUE, letter).state() == State.NOT_REPLIED).isEqualTo(meeting);
  }

  @Test
  void strongestPositionWinsInAnyOrder() {
    RoundLetter agrees = letter(DUE, Position.AGREES);
    RoundLetter disagrees = letter(DUE.minusDays(1), Position.DISAGREES);
    assertThat(state(DUE, agrees, disagrees)).isEqualTo(state(DUE, disagrees, agrees));
    assertThat(state(DUE, agrees, disagrees).position()).isEqualTo(Position.DISAGREES);
  }

  @Test
  void replacedLetterKeepsTheDateNotThePosition() {
    RoundLetter first = letter(DUE, Position.DISAGREES);
    RoundLetter second = replacing(first, DUE.plusDays(9), Position.AGREES);
    ReplyState state = state(DUE, second, first);
    assertThat(state.state()).isEqualTo(State.AGREED);
    assertThat(state.late()).isFalse();

    RoundLetter lateFirst = letter(DUE.plusDays(1), Position.AGREES);
    ReplyState replaced = state(DUE, lateFirst, replacing(lateFirst, DUE.plusDays(2), null));
    assertThat(replaced.late()).isTrue();
    assertThat(replaced.repliedOn()).isEqualTo(DUE.plusDays(1));
  }

  @Test
  void replacedLetterCountsAsReply() {
    RoundLetter first = withdrawn(letter(DUE, Position.DISAGREES));
    RoundLetter second = withdrawn(replacing(first, DUE.plusDays(1), Position.COMMENTS));
    RoundLetter third = replacing(second, DUE.plusDays(2), Position.AGREES);
    ReplyState state = state(DUE, third, second, first);
    assertThat(state.state()).isEqualTo(State.AGREED);
    assertThat(state.late()).isFalse();

    ReplyState allGone = state(DUE, withdrawn(third), second, first);
    assertThat(allGone.state()).isEqualTo(State.NOT_REPLIED);
  }

  @Test
  void withdrawnReplacementReplacesNothing() {
    RoundLetter first = letter(DUE, Position.AGREES);
    RoundLetter second = withdrawn(replacing(first, DUE, Position.DISAGREES));
    assertThat(state(DUE, first, second).position()).isEqualTo(Position.AGREES);
  }

  @Test
  void withdrawnLettersAreNoReply() {
    ReplyState state = state(DUE, withdrawn(letter(DUE.plusDays(1), Position.AGREES)));
    assertThat(state.state()).isEqualTo(State.NOT_REPLIED);
    assertThat(state.late()).isFalse();
    assertThat(state.overdue()).isTrue();
  }

  @Test
  void lateIsByReceiptOfTheFirstLetter() {
    assertThat(state(DUE, letter(DUE, Position.COMMENTS)).late()).isFalse();
    assertThat(state(DUE, letter(DUE.plusDays(1), Position.COMMENTS)).late()).isTrue();
    assertThat(
            state(DUE, letter(DUE.plusDays(1), Position.COMMENTS), letter(DUE, Position.AGREES))
                .late())
        .isFalse();
  }

  @Property
  void repliedIsAgreedOrCommentedForAnyLetters(
      @ForAll @Size(max = 6) List<Position> positions,
      @ForAll Channel channel,
      @ForAll boolean gone) {
    List<RoundLetter> letters =
        positions.stream()
            .map(p -> Letters.letter(DUE, p, channel))
            .map(letter -> gone ? withdrawn(letter) : letter)
            .toList();
    ReplyState state = ReplyState.of(letters, DUE, DUE.plusDays(1));
    boolean meeting = channel == Channel.WORKSHOP || channel == Channel.COUNCIL;
    boolean replied = !letters.isEmpty() && !gone && !meeting;
    assertThat(state.state() != State.NOT_REPLIED).isEqualTo(replied);
    assertThat(state.state() == State.AGREED)
        .isEqualTo(replied && positions.stream().allMatch(p -> p == Position.AGREES));
    assertThat(state.overdue()).isEqualTo(!replied);
  }

  private static ReplyState state(LocalDate due, RoundLetter... letters) {
    return ReplyState.of(List.of(letters), due, DUE.plusMonths(2));
  }

  private static RoundLetter letter(LocalDate receivedOn, Position position) {
    return Letters.letter(receivedOn, position, Channel.LETTER);
  }

  private static RoundLetter replacing(RoundLetter old, LocalDate receivedOn, Position position) {
    return Letters.replacing(old.id(), receivedOn, position, Channel.EDOC);
  }
}
