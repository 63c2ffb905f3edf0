package vn.sogopy.desk.submission;

import java.util.ArrayList;
import java.util.List;
import vn.sogopy.comment.Result;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.Counts;

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
    List<String> results = new ArrayList<>();
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
            "A = B + F: %d = %d + %d"
                .formatted(counts.asked(), counts.replied(), counts.notReplied()),
            "B = C + D: %d = %d + %d"
                .formatted(counts.replied(), counts.agreed(), counts.commented()),
            "E = e1 + … + e7: %d = %s".formatted(counts.comments(), String.join(" + ", results))),
        counts.unasked());
  }

  private static void add(List<Line> lines, List<String> results, String label, int number) {
    results.add(String.valueOf(number));
    lines.add(new Line("e" + results.size(), label, number));
  }
}
