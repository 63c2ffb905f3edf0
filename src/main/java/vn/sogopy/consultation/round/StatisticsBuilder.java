package vn.sogopy.consultation.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.CoverageReader.OutlineLine;

/** Computes the statistics of a round. Plain Java. */
final class StatisticsBuilder {
  static final String GENERAL = "Ý kiến chung";

  private final ConsultationRound round;
  private final Work work;

  /**
   * The comments of the round in other groupings.
   *
   * @param bySection without assignees
   * @param byAssignee without sections
   */
  record Work(List<CommentGroup> bySection, List<CommentGroup> byAssignee) {}

  private StatisticsBuilder(ConsultationRound round, Work work) {
    this.round = round;
    this.work = work;
  }

  static Statistics build(
      LocalDate today,
      ConsultationRound round,
      Work work,
      List<OutlineLine> outline,
      List<Statistics.Day> days) {
    StatisticsBuilder builder = new StatisticsBuilder(round, work);
    CommentCounts total = CommentCounts.of(round.points());
    return new Statistics(
        today,
        round.counts(),
        total,
        round.restrictedLeftOut(),
        total.answersOverdue(),
        builder.groups(),
        round.voices().stream().map(StatisticsBuilder::body).toList(),
        builder.sections(outline),
        days,
        builder.assignees());
  }

  private List<Statistics.Group> groups() {
    Map<String, List<Participation>> byGroup =
        round.voices().stream()
            .collect(
                Collectors.groupingBy(
                    voice -> voice.body().group(), LinkedHashMap::new, Collectors.toList()));
    return byGroup.values().stream()
        .map(
            voices ->
                new Statistics.Group(
                    voices.get(0).body().group(),
                    voices.get(0).body().groupTitle(),
                    Counts.of(voices),
                    CommentCounts.of(voices.stream().flatMap(v -> v.points().stream()).toList())))
        .toList();
  }

  private static Statistics.Body body(Participation voice) {
    CommentCounts all = CommentCounts.of(voice.points());
    CommentCounts written =
        CommentCounts.of(voice.points().stream().filter(CommentGroup::byLetter).toList());
    return new Statistics.Body(
        voice.body().code(),
        voice.body().name(),
        voice.body().group(),
        voice.asked(),
        voice.reply().state(),
        voice.asked() && voice.reply().overdue(),
        voice.reply().late(),
        all.comments(),
        all.comments() - written.comments(),
        all.byStatus(),
        all.byResult());
  }

  private List<Statistics.Section> sections(List<OutlineLine> outline) {
    List<CommentGroup> general = new ArrayList<>();
    Map<String, List<CommentGroup>> own = new HashMap<>();
    Map<String, List<CommentGroup>> below = new HashMap<>();
    for (CommentGroup some : work.bySection()) {
      if (some.section() == null) {
        general.add(some);
      } else {
        own.computeIfAbsent(some.section(), path -> new ArrayList<>()).add(some);
        for (String path : OutlineLine.upwards(some.section())) {
          below.computeIfAbsent(path, above -> new ArrayList<>()).add(some);
        }
      }
    }
    List<Statistics.Section> lines = new ArrayList<>();
    CommentCounts generalTally = CommentCounts.of(general);
    lines.add(new Statistics.Section(null, GENERAL, null, null, generalTally, generalTally));
    for (OutlineLine line : outline) {
      lines.add(
          new Statistics.Section(
              line.code(),
              line.title(),
              line.parent(),
              line.level(),
              CommentCounts.of(own.getOrDefault(line.path(), List.of())),
              CommentCounts.of(below.getOrDefault(line.path(), List.of()))));
    }
    return lines;
  }

  private List<Statistics.Assignee> assignees() {
    Map<String, List<CommentGroup>> byAssignee =
        new TreeMap<>(Comparator.nullsLast(Comparator.<String>naturalOrder()));
    for (CommentGroup some : work.byAssignee()) {
      byAssignee.computeIfAbsent(some.assignee(), name -> new ArrayList<>()).add(some);
    }
    List<Statistics.Assignee> lines = new ArrayList<>();
    byAssignee.forEach((name, own) -> lines.add(assignee(name, CommentCounts.of(own))));
    return lines;
  }

  private static Statistics.Assignee assignee(String name, CommentCounts work) {
    Function<Status, Integer> in = status -> work.byStatus().get(status.name());
    return new Statistics.Assignee(
        name,
        Status.OPEN.stream().mapToInt(in::apply).sum(),
        work.answersOverdue(),
        in.apply(Status.ANSWERED),
        in.apply(Status.APPROVED));
  }
}
