package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/**
 * For any sequence of mergers, splits, letters, withdrawals and hand-overs, the counts equal those
 * of a count row by row. The count follows docs/domain.md and shares no code with the service.
 */
class AnyEndingRoundTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 6, 1);

  @Property(tries = 3000)
  void countsEqualTheReference(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 9) int bodies,
      @ForAll @IntRange(max = 40) int events) {
    EndingRound round = round(random, bodies, events);
    Counts counts = round.counts();
    Sums.check(counts);
    Naive naive = new Naive(round);
    assertThat(counts.asked()).as("A").isEqualTo(naive.asked);
    assertThat(counts.replied()).as("B").isEqualTo(naive.replied);
    assertThat(counts.agreed()).as("C").isEqualTo(naive.agreed);
    assertThat(counts.commented()).as("D").isEqualTo(naive.commented);
    assertThat(counts.disagreed()).as("of D").isEqualTo(naive.disagreed);
    assertThat(counts.notReplied()).as("F").isEqualTo(naive.asked - naive.replied);
    assertThat(counts.lateBodies()).as("G").isEqualTo(naive.late);
    assertThat(Sums.withoutZeros(counts.byResult())).as("e").isEqualTo(naive.results);
    assertThat(counts.unasked().bodies()).as("unasked").isEqualTo(naive.unaskedBodies);
    assertThat(Sums.withoutZeros(counts.unasked().byResult()))
        .as("apart")
        .isEqualTo(naive.unaskedResults);
    assertThat(naive.answered)
        .as("who answered in place")
        .allSatisfy((code, others) -> answered(round, code, others));
  }

  /** One without a reply of its own names who answered; the groups add up to the whole. */
  private static void answered(EndingRound round, String code, List<String> others) {
    Participation one = round.of(code);
    if (one.own().state() == ReplyState.State.NOT_REPLIED) {
      assertThat(one.answeredBy() == null).isEqualTo(others.isEmpty());
    }
    if (one.answeredBy() != null) {
      assertThat(others).contains(one.answeredBy().organization().code());
    }
  }

  @Property(tries = 500)
  void groupsAddUp(
      @ForAll Random random,
      @ForAll @IntRange(min = 1, max = 9) int bodies,
      @ForAll @IntRange(max = 40) int events) {
    ConsultationRound round = round(random, bodies, events).round();
    List<ConsultationRound.GroupCounts> groups = round.countsByGroup();
    groups.forEach(group -> Sums.check(group.counts()));
    assertThat(groups.stream().mapToInt(g -> g.counts().replied()).sum())
        .isEqualTo(round.counts().replied());
    assertThat(groups.stream().mapToInt(g -> g.counts().comments()).sum())
        .isEqualTo(round.counts().comments());
    assertThat(groups.stream().mapToInt(g -> g.counts().unasked().bodies()).sum())
        .isEqualTo(round.counts().unasked().bodies());
  }

  private static EndingRound round(Random random, int bodies, int events) {
    EndingRound round = new EndingRound();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < bodies; i++) {
      codes.add("b" + i);
      EndingRound.Body body = round.body("b" + i);
      body.asked = random.nextInt(3) > 0;
      body.dueOn = random.nextInt(4) == 0 ? null : day(random);
    }
    for (int i = 0; i < events; i++) {
      event(round, random, codes);
    }
    return round;
  }

  private static void event(EndingRound round, Random random, List<String> codes) {
    String code = one(random, codes);
    switch (random.nextInt(9)) {
      case 0 -> end(round, random, code, List.of(one(random, codes)));
      case 1 -> end(round, random, code, some(random, codes));
      case 2 -> {
        if (!round.letters.isEmpty()) {
          one(random, round.letters).withdrawn();
        }
      }
      case 3 -> {
        if (round.body(code).asked) {
          round.handOver(code);
        }
      }
      case 4 -> comment(round, random, code);
      default -> letter(round, random, code, codes);
    }
  }

  /** Ends after its predecessors, so that there is no circle. */
  private static void end(EndingRound round, Random random, String code, List<String> successors) {
    EndingRound.Body body = round.body(code);
    body.successors.clear();
    body.dissolvedOn = day(random);
    for (String successor : successors) {
      if (!leads(round, successor, code)) {
        round.end(code, body.dissolvedOn, successor);
      }
    }
  }

  private static boolean leads(EndingRound round, String from, String to) {
    return from.equals(to)
        || round.body(from).successors.stream().anyMatch(next -> leads(round, next, to));
  }

  private static void letter(EndingRound round, Random random, String code, List<String> codes) {
    Position position = random.nextInt(5) == 0 ? null : one(random, List.of(Position.values()));
    EndingRound.Letter letter = round.letter(code, day(random), position);
    letter.arrivedOn(letter.date.plusDays(random.nextInt(4)));
    letter.on(one(random, List.of(Channel.values())));
    if (random.nextInt(3) == 0) {
      letter.onBehalfOf(some(random, codes).toArray(String[]::new));
    }
    List<EndingRound.Letter> earlier =
        round.letters.stream()
            .filter(other -> other != letter && other.writer.equals(code))
            .filter(other -> round.letters.stream().noneMatch(x -> other.id.equals(x.replaces)))
            .toList();
    if (!earlier.isEmpty() && random.nextInt(3) == 0) {
      EndingRound.Letter old = one(random, earlier);
      letter.replaces = old.id;
      old.withdrawn();
    }
    comment(round, random, code);
  }

  private static void comment(EndingRound round, Random random, String code) {
    List<EndingRound.Letter> own =
        round.letters.stream().filter(letter -> letter.writer.equals(code)).toList();
    EndingRound.Letter letter = own.isEmpty() || random.nextInt(4) == 0 ? null : one(random, own);
    Status status = one(random, List.of(Status.RECEIVED, Status.APPROVED, Status.WITHDRAWN));
    Result result = status == Status.APPROVED ? one(random, List.of(Result.values())) : null;
    round.comments.add(
        new EndingRound.Comments(code, letter, status, result, 1 + random.nextInt(3)));
  }

  private static LocalDate day(Random random) {
    return FIRST.plusDays(random.nextInt(60));
  }

  private static <T> T one(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** None, one or several. */
  private static List<String> some(Random random, List<String> codes) {
    return codes.stream().filter(code -> random.nextInt(4) == 0).toList();
  }

  /** The rules, counted row by row. */
  private static final class Naive {
    private final EndingRound round;
    int asked;
    int replied;
    int agreed;
    int commented;
    int disagreed;
    int late;
    int unaskedBodies;
    final Map<String, Integer> results = new HashMap<>();
    final Map<String, Integer> unaskedResults = new HashMap<>();

    /** The writers of the replies in place of each asked organization. */
    final Map<String, List<String>> answered = new HashMap<>();

    /** The replies of asked organizations. */
    private final List<EndingRound.Letter> settling = new ArrayList<>();

    Naive(EndingRound round) {
      this.round = round;
      round.bodies.values().stream().filter(body -> body.asked).forEach(this::reply);
      for (EndingRound.Body body : round.bodies.values()) {
        boolean apart = false;
        for (EndingRound.Comments some : round.comments) {
          if (some.writer().equals(body.code) && some.status() != Status.WITHDRAWN) {
            apart |= !count(body, some);
          }
        }
        List<EndingRound.Letter> own = written(body.code);
        apart |= own.stream().anyMatch(one -> isReply(one, own) && !settling.contains(one));
        unaskedBodies += !body.asked && apart ? 1 : 0;
      }
    }

    private List<EndingRound.Letter> written(String code) {
      return round.letters.stream().filter(letter -> letter.writer.equals(code)).toList();
    }

    private void reply(EndingRound.Body body) {
      asked++;
      List<EndingRound.Letter> own = written(body.code);
      boolean silent = own.stream().noneMatch(letter -> isReply(letter, own));
      List<EndingRound.Letter> all = new ArrayList<>(own);
      for (EndingRound.Letter letter : round.letters) {
        boolean speaks =
            letter.onBehalfOf == null
                ? silent && follows(letter.writer, body.code, letter.date)
                : letter.onBehalfOf.contains(body.code);
        if (speaks && !letter.writer.equals(body.code)) {
          all.add(letter);
        }
      }
      List<EndingRound.Letter> replies = all.stream().filter(one -> isReply(one, all)).toList();
      List<EndingRound.Letter> standing =
          replies.stream().filter(one -> !isReplaced(one, all)).toList();
      settling.addAll(replies);
      answered.put(
          body.code,
          replies.stream()
              .map(letter -> letter.writer)
              .filter(writer -> !writer.equals(body.code))
              .toList());
      if (replies.isEmpty()) {
        return;
      }
      replied++;
      boolean agrees = standing.stream().allMatch(one -> one.position == Position.AGREES);
      agreed += agrees ? 1 : 0;
      commented += agrees ? 0 : 1;
      disagreed += standing.stream().anyMatch(o -> o.position == Position.DISAGREES) ? 1 : 0;
      late +=
          body.dueOn != null && replies.stream().allMatch(o -> o.arrivedOn.isAfter(body.dueOn))
              ? 1
              : 0;
    }

    /** Whether the writer is the only successor on this day, step by step. */
    private boolean follows(String writer, String code, LocalDate day) {
      EndingRound.Body body = round.bodies.get(code);
      if (body.dissolvedOn == null
          || day.isBefore(body.dissolvedOn)
          || body.successors.size() != 1) {
        return false;
      }
      String next = body.successors.iterator().next();
      return next.equals(writer) || follows(writer, next, day);
    }

    private static boolean isReply(EndingRound.Letter letter, List<EndingRound.Letter> all) {
      return letter.channel != Channel.WORKSHOP
          && letter.channel != Channel.COUNCIL
          && (!letter.withdrawn || isReplaced(letter, all));
    }

    private static boolean isReplaced(EndingRound.Letter letter, List<EndingRound.Letter> all) {
      return all.stream()
          .anyMatch(other -> letter.id.equals(other.replaces) && isReply(other, all));
    }

    /** Whether the comments are in E. */
    private boolean count(EndingRound.Body body, EndingRound.Comments some) {
      String outcome = some.status() == Status.APPROVED ? some.result().name() : "PENDING";
      boolean written =
          some.letter() != null
              && some.letter().channel != Channel.WORKSHOP
              && some.letter().channel != Channel.COUNCIL;
      boolean inE = written && (body.asked || settling.contains(some.letter()));
      (inE ? results : unaskedResults).merge(outcome, some.number(), Integer::sum);
      return inE;
    }
  }
}
