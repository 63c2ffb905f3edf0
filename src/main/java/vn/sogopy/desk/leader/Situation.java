package vn.sogopy.desk.leader;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.consultation.round.CoverageReader.Progress;
import vn.sogopy.consultation.round.Statistics;
import vn.sogopy.desk.leader.Pictures.Bars;
import vn.sogopy.desk.leader.Pictures.Days;
import vn.sogopy.desk.leader.Pictures.Line;

/**
 * The figures and pictures of a draft for its leaders.
 *
 * @param comments of annex I: E and those outside of it
 * @param results of these, without zeros
 * @param answered comments with an answer, approved or waiting for approval
 * @param days null = no reply yet
 */
record Situation(
    Statistics figures,
    int comments,
    List<Named> results,
    Span week,
    Span weekBefore,
    int answered,
    Bars groups,
    Bars chapters,
    Days days) {
  private static final int WEEK = 7;

  /** With more chapters the picture has one bar for each document. */
  private static final int MAX_CHAPTERS = 20;

  private static final String PENDING = "Đang nghiên cứu, xử lý";
  private static final List<String> REPLIES = List.of("Nhất trí", "Có ý kiến", "Chưa trả lời");
  private static final List<String> RESULTS =
      List.of("Tiếp thu (cả một phần)", "Giải trình, ghi nhận, kết quả khác", PENDING);

  /** Comments of annex I with an approved answer. */
  public int processed() {
    return comments - figures.counts().pending();
  }

  record Named(String label, int number) {}

  /**
   * What happened from one day to another, both included.
   *
   * @param replied consultees with their first letter
   * @param answered comments with an answer that was not returned
   */
  record Span(LocalDate from, LocalDate to, int replied, int received, int answered, int approved) {
    private static Span of(Progress progress, LocalDate from, LocalDate to) {
      List<Statistics.Day> days =
          progress.statistics().days().stream()
              .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
              .toList();
      return new Span(
          from,
          to,
          progress.round().repliesByDay().subMap(from, to.plusDays(1)).values().stream()
              .mapToInt(Integer::intValue)
              .sum(),
          days.stream().mapToInt(Statistics.Day::received).sum(),
          days.stream().mapToInt(Statistics.Day::answered).sum(),
          days.stream().mapToInt(Statistics.Day::approved).sum());
    }
  }

  static Situation of(Progress progress, LocalDate openedOn, LocalDate dueOn) {
    Statistics figures = progress.statistics();
    Counts counts = figures.counts();
    LocalDate today = figures.asOf();
    LocalDate start = today.minusDays(WEEK - 1);
    SortedMap<LocalDate, Integer> replies = progress.round().repliesByDay();
    return new Situation(
        figures,
        counts.comments() + counts.unasked().comments(),
        results(counts),
        Span.of(progress, start, today),
        Span.of(progress, start.minusDays(WEEK), start.minusDays(1)),
        figures.total().byStatus().get(Status.ANSWERED.name())
            + figures.total().byStatus().get(Status.APPROVED.name()),
        Bars.of(
            REPLIES,
            figures.groups().stream()
                .filter(group -> group.counts().asked() > 0)
                .map(Situation::replies)
                .toList()),
        Bars.of(RESULTS, chapters(figures.sections())),
        replies.isEmpty() ? null : Days.of(replies, openedOn, dueOn));
  }

  private static List<Named> results(Counts counts) {
    List<Named> results = new ArrayList<>();
    for (Result result : Result.values()) {
      results.add(new Named(result.label(), number(counts, result.name())));
    }
    results.add(new Named(PENDING, counts.pending()));
    return results.stream().filter(one -> one.number() > 0).toList();
  }

  private static int number(Counts counts, String result) {
    return counts.byResult().get(result) + counts.unasked().byResult().get(result);
  }

  private static Line replies(Statistics.Group group) {
    Counts counts = group.counts();
    return new Line(
        group.title(), List.of(counts.agreed(), counts.commented(), counts.notReplied()));
  }

  private static List<Line> chapters(List<Statistics.Section> sections) {
    List<Line> chapters = results(sections, 2);
    return chapters.size() <= MAX_CHAPTERS ? chapters : results(sections, 1);
  }

  /** The results of the sections down to a level, with deeper ones; they add up to the total. */
  private static List<Line> results(List<Statistics.Section> sections, int deepest) {
    List<Line> lines = new ArrayList<>();
    for (Statistics.Section section : sections) {
      int level = section.level() == null ? 0 : section.level();
      CommentCounts counts = level < deepest ? section.own() : section.total();
      if (level <= deepest && counts.comments() > 0) {
        String title = section.title();
        lines.add(results(level < 2 ? title : section.code() + ". " + title, counts));
      }
    }
    return lines;
  }

  private static Line results(String label, CommentCounts counts) {
    Map<String, Integer> by = counts.byResult();
    int accepted = by.get(Result.ACCEPTED.name()) + by.get(Result.PARTIALLY_ACCEPTED.name());
    int pending = by.get(CommentCounts.PENDING);
    return new Line(label, List.of(accepted, counts.comments() - accepted - pending, pending));
  }
}
