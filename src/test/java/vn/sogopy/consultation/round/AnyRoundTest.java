package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.consultation.NaiveCount;
import vn.sogopy.consultation.RandomRound;
import vn.sogopy.consultation.RoundRows;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterReader;
import vn.sogopy.register.RegisterScope;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.testing.TestPlan;

/** For any content of the tables, coverage, statistics and register agree with a naive count. */
@QuarkusTest
class AnyRoundTest {
  private static final List<String> BODIES =
      List.of(
          "bo-tai-chinh",
          "bo-y-te",
          "mttq",
          "sxd",
          "sgtvt",
          "stc",
          "syt",
          "sct",
          "snv",
          "stp",
          "ubnd-huyen-ba-be",
          "ubnd-huyen-na-ri");

  /** Sections of {@link TestPlan#open()} with the structure of those in the random round. */
  private static final Map<String, String> CODES =
      Map.of(
          "0001", "BCTH",
          "00010001", "I",
          "00010002", "V",
          "000100020001", "V.1",
          "0002", "ĐMC",
          "0003", "BĐ");

  @Inject CoverageReader coverage;
  @Inject RegisterReader register;
  @Inject PlanDirectory directory;
  @Inject DataSource source;

  private static final Logger LOG = Logger.getLogger(AnyRoundTest.class);

  /** Fixed seeds and new ones; the name of the test shows the seed. */
  static LongStream seeds() {
    return LongStream.concat(LongStream.rangeClosed(1, 12), new Random().longs(30));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void countsEqualTheReference(long seed) {
    LOG.infof("a round of seed %d", seed);
    RandomRound data = RandomRound.of(new Random(seed), BODIES.size(), 12);
    TestPlan plan = TestPlan.open();
    new RoundRows(source, plan.slug()).all(data, BODIES, CODES);
    // Half of the days of the round are before it.
    LocalDate answerDueOn = LocalDate.of(2021, 9, 30);
    Sql.of(
            "update draft set answer_due_on = ? where plan_id = (select id from plan where slug = ?)",
            answerDueOn,
            plan.slug())
        .execute(source);
    Instant now = VietnamTime.startOf(answerDueOn);
    for (Role role : List.of(Role.COORDINATOR, Role.CONSULTANT, Role.VIEWER)) {
      Actor actor = new Actor(new Caller("x", "x", role, null, null), now);
      check(
          actor,
          plan,
          new NaiveCount(data, answerDueOn, answerDueOn, true),
          new NaiveCount(data, answerDueOn, answerDueOn, role != Role.VIEWER));
    }
  }

  /**
   * @param naive of all comments
   * @param visible of the comments that the reader sees
   */
  private void check(Actor actor, TestPlan plan, NaiveCount naive, NaiveCount visible) {
    DraftRef draft = directory.draft(actor.caller(), plan.slug(), "1");
    Statistics counted = coverage.statistics(actor, draft);
    Sums.check(counted);
    Sums.same(counted, naive, visible);
    Coverage covered = coverage.coverage(actor, draft);
    assertThat(covered.counts()).isEqualTo(counted.counts());
    LocalDate today = VietnamTime.dayOf(actor.at());
    assertThat(coverage.round(actor.caller(), draft, today).counts()).isEqualTo(counted.counts());
    CODES.forEach(
        (path, code) -> {
          Statistics.Section section =
              counted.sections().stream().filter(s -> code.equals(s.code())).findFirst().get();
          assertThat(section.own().comments()).isEqualTo(visible.own.getOrDefault(path, 0));
          assertThat(section.total().comments()).isEqualTo(visible.below.getOrDefault(path, 0));
          Coverage.Section spoken =
              covered.sections().stream().filter(s -> code.equals(s.code())).findFirst().get();
          int bodiesBySection = visible.bodiesBySection.getOrDefault(path, 0);
          assertThat(spoken.comments()).isEqualTo(bodiesBySection);
          assertThat(covered.unspoken().contains(code)).isEqualTo(bodiesBySection == 0);
        });

    Register printed = register.read(actor, draft, RegisterScope.whole(false));
    assertThat(printed.summary()).isEqualTo(counted.counts());
    assertThat(printed.restrictedLeftOut()).isEqualTo(counted.restrictedLeftOut());
    List<Register.Body> bodies =
        printed.groups().stream().flatMap(group -> group.bodies().stream()).toList();
    assertThat(bodies.stream().mapToInt(body -> body.rows().size()).sum())
        .as("E and the lines apart are the rows of annex I and the restricted comments")
        .isEqualTo(visible.total())
        .isEqualTo(naive.total() - printed.restrictedLeftOut());
    // Every organization of the annex commented, also if the reader does not see its comments.
    // Silent consultees are in annex II alone.
    Actor all = new Actor(new Caller("x", "x", Role.COORDINATOR, null, null), actor.at());
    assertThat(bodies.stream().map(Register.Body::code))
        .containsExactlyElementsOf(
            coverage.statistics(all, draft).organizations().stream()
                .filter(b -> b.comments() > 0 || b.state() != ReplyState.State.NOT_REPLIED)
                .map(Statistics.Body::organization)
                .toList());
  }
}
