package vn.sogopy.consultation.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import vn.sogopy.consultation.NaiveCount;

/** Invariants of the counts, for any data. */
final class Sums {
  private Sums() {}

  static void check(Counts counts) {
    assertThat(counts.asked()).as("A = B + F").isEqualTo(counts.replied() + counts.notReplied());
    assertThat(counts.replied()).as("B = C + D").isEqualTo(counts.agreed() + counts.commented());
    assertThat(counts.comments()).as("E = e1 + … + e7").isEqualTo(sum(counts.byResult()));
    assertThat(counts.unasked().comments()).isEqualTo(sum(counts.unasked().byResult()));
    assertThat(counts.disagreed()).isLessThanOrEqualTo(counts.commented());
    assertThat(counts.lateBodies()).isLessThanOrEqualTo(counts.replied());
  }

  static void check(Statistics statistics) {
    Counts all = statistics.counts();
    CommentCounts total = statistics.total();
    check(all);
    check(total);
    assertThat(total.comments() + statistics.restrictedLeftOut())
        .isEqualTo(all.comments() + all.unasked().comments());
    if (statistics.restrictedLeftOut() == 0) {
      assertThat(total.byResult().get("PENDING")).isEqualTo(all.pending());
    } else {
      assertThat(total.byResult().get("PENDING"))
          .isBetween(all.pending() - statistics.restrictedLeftOut(), all.pending());
    }
    assertThat(statistics.unconfirmed())
        .isLessThanOrEqualTo(
            total.byResult().get("ACCEPTED") + total.byResult().get("PARTIALLY_ACCEPTED"));
    assertThat(statistics.answersOverdue()).isEqualTo(total.answersOverdue());
    groups(statistics);
    organizations(statistics);
    sections(statistics);
    assertThat(
            statistics.assignees().stream()
                .mapToInt(line -> line.open() + line.answered() + line.approved())
                .sum())
        .isEqualTo(total.comments());
    assertThat(statistics.assignees().stream().mapToInt(Statistics.Assignee::overdue).sum())
        .isEqualTo(total.answersOverdue());
  }

  private static void groups(Statistics statistics) {
    Counts all = statistics.counts();
    statistics.groups().forEach(group -> check(group.counts()));
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().asked()).sum())
        .isEqualTo(all.asked());
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().agreed()).sum())
        .isEqualTo(all.agreed());
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().lateBodies()).sum())
        .isEqualTo(all.lateBodies());
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().comments()).sum())
        .isEqualTo(all.comments());
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().unasked().bodies()).sum())
        .isEqualTo(all.unasked().bodies());
    assertThat(statistics.groups().stream().mapToInt(g -> g.counts().unasked().comments()).sum())
        .isEqualTo(all.unasked().comments());
    assertThat(statistics.groups().stream().mapToInt(g -> g.total().comments()).sum())
        .isEqualTo(statistics.total().comments());
  }

  private static void organizations(Statistics statistics) {
    Counts all = statistics.counts();
    assertThat(statistics.organizations().stream().mapToInt(Statistics.Body::comments).sum())
        .isEqualTo(statistics.total().comments());
    assertThat(
            statistics.organizations().stream()
                .filter(Statistics.Body::asked)
                .mapToInt(body -> body.comments() - body.withoutLetter())
                .sum())
        .isBetween(all.comments() - statistics.restrictedLeftOut(), all.comments());
    assertThat(
            statistics.organizations().stream()
                .filter(Statistics.Body::asked)
                .collect(Collectors.groupingBy(body -> body.state().name(), Collectors.counting()))
                .getOrDefault("COMMENTED", 0L))
        .isEqualTo(all.commented());
    statistics
        .organizations()
        .forEach(
            body -> {
              assertThat(sum(body.byStatus())).isEqualTo(body.comments());
              assertThat(sum(body.byResult())).isEqualTo(body.comments());
            });
  }

  private static void sections(Statistics statistics) {
    statistics.sections().forEach(section -> check(section.own()));
    statistics.sections().forEach(section -> check(section.total()));
    assertThat(statistics.sections().stream().mapToInt(s -> s.own().comments()).sum())
        .isEqualTo(statistics.total().comments());
    assertThat(
            statistics.sections().stream()
                .filter(section -> section.parent() == null)
                .mapToInt(section -> section.total().comments())
                .sum())
        .as("general ones and the roots")
        .isEqualTo(statistics.total().comments());
    assertThat(statistics.sections().stream().mapToInt(s -> s.own().answersOverdue()).sum())
        .isEqualTo(statistics.answersOverdue());
  }

  private static void check(CommentCounts tally) {
    assertThat(sum(tally.byStatus())).isEqualTo(tally.comments());
    assertThat(sum(tally.byResult())).isEqualTo(tally.comments());
    assertThat(tally.answersOverdue()).isLessThanOrEqualTo(tally.comments());
  }

  static int sum(Map<String, Integer> parts) {
    return parts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The counts equal those made row by row. */
  static void same(Counts counts, NaiveCount naive) {
    assertThat(counts.asked()).as("A").isEqualTo(naive.asked);
    assertThat(counts.replied()).as("B").isEqualTo(naive.replied);
    assertThat(counts.agreed()).as("C").isEqualTo(naive.agreed);
    assertThat(counts.commented()).as("D").isEqualTo(naive.commented);
    assertThat(counts.disagreed()).as("of D").isEqualTo(naive.disagreed);
    assertThat(counts.notReplied()).as("F").isEqualTo(naive.notReplied);
    assertThat(counts.lateBodies()).as("G").isEqualTo(naive.late);
    assertThat(counts.comments()).as("E").isEqualTo(naive.comments);
    assertThat(withoutZeros(counts.byResult())).as("e").isEqualTo(naive.results);
    assertThat(counts.unasked().bodies()).as("unasked").isEqualTo(naive.unaskedBodies);
    assertThat(counts.unasked().comments()).as("apart").isEqualTo(naive.unaskedComments);
    assertThat(withoutZeros(counts.unasked().byResult())).isEqualTo(naive.unaskedResults);
  }

  /**
   * The statistics equal those made row by row.
   *
   * @param naive of all comments
   * @param visible of the comments that the reader sees
   */
  static void same(Statistics statistics, NaiveCount naive, NaiveCount visible) {
    same(statistics.counts(), naive);
    assertThat(statistics.total().comments()).isEqualTo(visible.total());
    assertThat(withoutZeros(statistics.total().byStatus())).isEqualTo(visible.statuses);
    assertThat(statistics.restrictedLeftOut()).isEqualTo(naive.total() - visible.total());
    assertThat(statistics.answersOverdue()).isEqualTo(visible.overdue);
    assertThat(statistics.unconfirmed()).isEqualTo(visible.unconfirmed);
  }

  static Map<String, Integer> withoutZeros(Map<String, Integer> parts) {
    return parts.entrySet().stream()
        .filter(part -> part.getValue() != 0)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
