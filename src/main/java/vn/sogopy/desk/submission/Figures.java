package vn.sogopy.desk.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.comment.Result;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.platform.text.Numbers;

/**
 * The figures A to G of a round and e1 to e7 of its comments; docs/domain.md, section 6.
 *
 * @param sums how they add up, in numbers
 */
record Figures(List<Line> lines, List<String> sums, Counts.Unasked unasked) {
  /**
   * One figure.
   *
   * @param sign "A", "e1"
   */
  record Line(String sign, String label, int number) {}

  static Figures of(Counts counts) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("A", "Cơ quan được lấy ý kiến", counts.asked()));
    lines.add(new Line("B", "Đã có văn bản trả lời", counts.replied()));
    lines.add(new Line("C", "Nhất trí, không có ý kiến thêm", counts.agreed()));
    lines.add(new Line("D", "Có ý kiến", counts.commented()));
    lines.add(new Line("F", "Chưa có văn bản trả lời", counts.notReplied()));
    lines.add(new Line("G", "Trả lời sau thời hạn", counts.lateBodies()));
    lines.add(new Line("E", "Ý kiến trong các văn bản trả lời", counts.comments()));
    List<Integer> results = new ArrayList<>();
    for (Result result : Result.values()) {
      add(lines, results, result.label(), counts.byResult().getOrDefault(result.name(), 0));
    }
    add(
        lines,
        results,
        "Đang nghiên cứu, xử lý",
        counts.byResult().getOrDefault(CommentCounts.PENDING, 0));
    return new Figures(
        lines,
        List.of(
            sum("A = B + F", counts.asked(), List.of(counts.replied(), counts.notReplied())),
            sum("B = C + D", counts.replied(), List.of(counts.agreed(), counts.commented())),
            sum("E = e1 + … + e7", counts.comments(), results)),
        counts.unasked());
  }

  private static String sum(String law, int whole, List<Integer> parts) {
    return law
        + ": "
        + Numbers.of(whole)
        + " = "
        + parts.stream().map(Numbers::of).collect(Collectors.joining(" + "));
  }

  private static void add(List<Line> lines, List<Integer> results, String label, int number) {
    results.add(number);
    lines.add(new Line("e" + results.size(), label, number));
  }
}
