package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.NaiveCount;
import vn.sogopy.consultation.RandomRound;
import vn.sogopy.consultation.round.CoverageReader.OutlineLine;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.DraftKind;

/** Counts A to G and the statistics of random rounds. */
class ConsultationRoundTest {
  private static final LocalDate TODAY = RandomRound.FIRST.plusDays(30);

  @Property(tries = 3000)
  void countsEqualTheReference(
      @ForAll Random random,
      @ForAll @IntRange(max = 12) int bodies,
      @ForAll @IntRange(max = 9) int comments) {
    RandomRound data = RandomRound.of(random, bodies, comments);
    Counts counts = round(data).counts();
    Sums.check(counts);
    Sums.same(counts, new NaiveCount(data, null, TODAY, true));
  }

  @Property(tries = 500)
  void statisticsAddUp(
      @ForAll Random random,
      @ForAll @IntRange(max = 12) int bodies,
      @ForAll @IntRange(max = 9) int comments) {
    RandomRound data = RandomRound.of(random, bodies, comments);
    NaiveCount naive = new NaiveCount(data, null, TODAY, true);
    ConsultationRound round = round(data);
    List<CommentGroup> counted = round.points().stream().filter(CommentGroup::counted).toList();
    Statistics statistics =
        Statistics.of(
            TODAY, round, naive.unconfirmed, counted, counted, outline(List.of()), List.of());
    Sums.check(statistics);
    Sums.same(statistics, naive, naive);
    assertThat(statistics.sections().get(0).own().comments())
        .isEqualTo(naive.own.getOrDefault("", 0));
    for (int i = 0; i < RandomRound.PATHS.size(); i++) {
      String path = RandomRound.PATHS.get(i);
      Statistics.Section section = statistics.sections().get(i + 1);
      assertThat(section.own().comments()).isEqualTo(naive.own.getOrDefault(path, 0));
      assertThat(section.total().comments()).isEqualTo(naive.below.getOrDefault(path, 0));
    }
  }

  /** A reader without the right to restricted comments gets the figures of everybody. */
  @Property(tries = 500)
  void figuresAreTheSameForEveryReader(
      @ForAll Random random,
      @ForAll @IntRange(max = 12) int bodies,
      @ForAll @IntRange(max = 9) int comments) {
    RandomRound data = RandomRound.of(random, bodies, comments);
    NaiveCount naive = new NaiveCount(data, null, TODAY, true);
    NaiveCount visible = new NaiveCount(data, null, TODAY, false);
    ConsultationRound all = round(data);
    ConsultationRound open = round(data, true);
    Sums.same(open.counts(), naive);
    assertThat(open.apart()).isEqualTo(all.apart());
    assertThat(open.apart().atMeetings() + open.apart().unwritten() + open.apart().unasked())
        .isEqualTo(naive.unaskedComments);
    assertThat(open.countsByGroup()).isEqualTo(all.countsByGroup());
    assertThat(open.replies()).isEqualTo(all.replies());
    assertThat(open.restrictedLeftOut()).isEqualTo(naive.total() - visible.total());
    assertThat(all.restrictedLeftOut()).isZero();
    assertThat(CommentCounts.of(open.points()).comments()).isEqualTo(visible.total());
    assertThat(CommentCounts.of(open.complete().points()).comments()).isEqualTo(naive.total());
  }

  private static ConsultationRound round(RandomRound data) {
    return round(data, false);
  }

  /**
   * The random rounds as rows read from the tables.
   *
   * @param hides whether the reader does not see restricted comments
   */
  private static ConsultationRound round(RandomRound data, boolean hides) {
    List<ConsultationRound.Line> lines = new ArrayList<>();
    Map<UUID, List<CommentGroup>> points = new HashMap<>();
    Map<UUID, List<CommentGroup>> hidden = new HashMap<>();
    for (RandomRound.Body body : data.bodies()) {
      Participation.Body ref =
          new Participation.Body(
              body.id(), body.id().toString(), "Cơ quan", "G" + (body.id().hashCode() & 3), "Nhóm");
      LocalDate due = body.dueOn() == null ? data.draftDueOn() : body.dueOn();
      if (body.letters().isEmpty()) {
        lines.add(new ConsultationRound.Line(ref, false, body.asked(), due, null));
      }
      for (RandomRound.Letter letter : body.letters()) {
        lines.add(new ConsultationRound.Line(ref, false, body.asked(), due, letter(letter)));
      }
      for (RandomRound.Comment comment : body.comments()) {
        (comment.restricted() && hides ? hidden : points)
            .computeIfAbsent(body.id(), id -> new ArrayList<>())
            .add(
                new CommentGroup(
                    comment.section(),
                    comment.letter() == null ? null : comment.letter().id(),
                    comment.letter() == null ? null : comment.letter().channel(),
                    comment.letter() != null && comment.letter().channel().isMeeting(),
                    comment.status(),
                    comment.result(),
                    comment.assignee(),
                    comment.answerDueOn() != null
                        && Status.OPEN.contains(comment.status())
                        && TODAY.isAfter(comment.answerDueOn()),
                    1));
      }
    }
    return ConsultationRound.of(lines, points, hidden, Successions.NONE, TODAY);
  }

  private static RoundLetter letter(RandomRound.Letter letter) {
    LocalDate arrivedOn = letter.receivedOn() == null ? letter.filedOn() : letter.receivedOn();
    return new RoundLetter(
        letter.id(),
        "1",
        letter.date(),
        letter.receivedOn(),
        arrivedOn,
        letter.position(),
        letter.channel(),
        letter.withdrawn(),
        letter.replaces(),
        null,
        DraftKind.CONSULTATION);
  }

  static List<OutlineLine> outline(List<String> responsible) {
    return IntStream.range(0, RandomRound.PATHS.size())
        .mapToObj(
            i -> {
              String path = RandomRound.PATHS.get(i);
              String above = path.length() == 4 ? null : path.substring(0, path.length() - 4);
              return new OutlineLine(
                  "s" + path, "Mục " + i, above == null ? null : "s" + above, path, responsible);
            })
        .toList();
  }
}
