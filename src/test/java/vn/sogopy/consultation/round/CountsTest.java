package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/** Counts A to G of small cases; {@link ConsultationRoundTest} has random ones. */
class CountsTest {
  private static final LocalDate DUE = LocalDate.of(2021, 9, 15);

  @Test
  void emptyRoundHasZeroCounts() {
    Counts counts = Counts.of(List.of());

    assertThat(counts.asked()).isZero();
    assertThat(counts.notReplied()).isZero();
    assertThat(counts.unasked().bodies()).isZero();
    assertThat(counts.byResult()).hasSize(7).allSatisfy((result, n) -> assertThat(n).isZero());
    assertThat(counts.unasked().byResult()).isEqualTo(counts.byResult());
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
  void strongestPositionWins(String positions, int agreed, int commented, int disagreed) {
    RoundLetter[] letters =
        Arrays.stream(positions.split(" "))
            .map(name -> letter(DUE, name.equals("UNKNOWN") ? null : Position.valueOf(name)))
            .toArray(RoundLetter[]::new);

    Counts counts = Counts.of(List.of(voice(true, List.of(), letters)));

    assertThat(counts.asked()).isEqualTo(1);
    assertThat(counts.replied()).isEqualTo(1);
    assertThat(counts.agreed()).isEqualTo(agreed);
    assertThat(counts.commented()).isEqualTo(commented);
    assertThat(counts.disagreed()).isEqualTo(disagreed);
  }

  @Test
  void lateIsByTheFirstLetter() {
    RoundLetter late = letter(DUE.plusDays(1), Position.COMMENTS);
    RoundLetter inTime = letter(DUE, Position.COMMENTS);
    List<CommentGroup> none = List.of();

    assertThat(Counts.of(List.of(voice(true, none, late))).lateBodies()).isEqualTo(1);
    assertThat(Counts.of(List.of(voice(true, none, late, inTime))).lateBodies()).isZero();
    assertThat(Counts.of(List.of(voice(false, none, late))).lateBodies())
        .as("of those asked")
        .isZero();
  }

  @Test
  void unaskedAndUnwrittenAreCountedSeparately() {
    List<CommentGroup> said =
        List.of(
            points(Channel.EDOC, Status.APPROVED, Result.ACCEPTED, 3),
            points(Channel.SURVEY, Status.ANSWERED, Result.ACCEPTED, 2),
            points(Channel.WORKSHOP, Status.APPROVED, Result.NOTED, 4),
            points(Channel.COUNCIL, Status.RECEIVED, null, 5),
            points(null, Status.RETURNED, Result.NOTED, 6),
            points(Channel.LETTER, Status.WITHDRAWN, Result.NOTED, 70),
            points(null, Status.SPLIT, null, 80));

    Counts asked = Counts.of(List.of(voice(true, said)));
    assertThat(asked.comments()).isEqualTo(5);
    assertThat(asked.byResult()).containsEntry("ACCEPTED", 3).containsEntry("PENDING", 2);
    assertThat(asked.notReplied()).isEqualTo(1);
    assertThat(asked.unasked().bodies()).as("it was asked").isZero();
    assertThat(asked.unasked().comments()).isEqualTo(15);
    assertThat(asked.unasked().byResult()).containsEntry("NOTED", 4).containsEntry("PENDING", 11);

    Counts unasked = Counts.of(List.of(voice(false, said)));
    assertThat(unasked.asked() + unasked.comments() + unasked.notReplied()).isZero();
    assertThat(unasked.unasked().bodies()).isEqualTo(1);
    assertThat(unasked.unasked().comments()).isEqualTo(20);
  }

  @Test
  void unaskedOrganizationWithoutCommentsIsNotCounted() {
    List<CommentGroup> gone = List.of(points(null, Status.WITHDRAWN, null, 1));
    assertThat(Counts.of(List.of(voice(false, gone))).unasked().bodies()).isZero();
    assertThat(
            Counts.of(List.of(voice(false, List.of(), letter(DUE, Position.AGREES))))
                .unasked()
                .bodies())
        .isEqualTo(1);
  }

  private static CommentGroup points(Channel channel, Status status, Result result, int number) {
    boolean meeting = channel != null && channel.isMeeting();
    return new CommentGroup(null, null, channel, meeting, status, result, null, false, number);
  }

  private static Participation voice(
      boolean asked, List<CommentGroup> points, RoundLetter... letters) {
    ReplyState reply = ReplyState.of(List.of(letters), DUE, DUE);
    return new Participation(
        new Participation.Body(UUID.randomUUID(), "x", "X", "G", "Nhóm"),
        null,
        asked,
        DUE,
        reply,
        reply,
        null,
        List.of(letters),
        Collections.emptySet(),
        points,
        List.of());
  }

  private static RoundLetter letter(LocalDate receivedOn, Position position) {
    return Letters.letter(receivedOn, position, Channel.LETTER);
  }
}
