package vn.sogopy.interchange.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.platform.text.VietnamTime;

/** Describes a filter in Vietnamese. */
final class FilterWords {
  private FilterWords() {}

  /**
   * What the filter names by a code or an id, as people call it; null = not filtered by.
   *
   * @param letter its number
   */
  record Names(String organization, String group, String letter) {}

  /** "mục V.1", "trạng thái Đã phân công hoặc Đang soạn" …; empty without a filter. */
  static List<String> of(CommentQuery filter, Names names) {
    return Stream.of(
            named("trạng thái", labels(filter.status.stream().map(Status::label).toList())),
            results(filter.result),
            named("loại ý kiến", labels(filter.kind.stream().map(Kind::label).toList())),
            filter.open ? "chưa trả lời xong" : null,
            filter.answerOverdue ? "quá hạn trả lời" : null,
            filter.revisionOpen ? "đã tiếp thu, chưa ghi nơi chỉnh sửa" : null,
            either(filter.needsReview, "cần xem lại", "không cần xem lại"),
            either(filter.escalated, "xin ý kiến UBND tỉnh", "không xin ý kiến UBND tỉnh"),
            either(filter.directed, "đã có ý kiến chỉ đạo", "chưa có ý kiến chỉ đạo"),
            either(filter.general, "ý kiến chung, không gắn với mục", "có gắn với mục"),
            named("mục", filter.section),
            named("trang", filter.onPage),
            named("cơ quan", names.organization()),
            named("nhóm", names.group()),
            named("văn bản số", names.letter()),
            named("mã tiếp nhận", filter.receiptNumber),
            named("mã ở hệ thống gửi", filter.externalId),
            named("phân công", filter.assignee),
            either(filter.late, "gửi sau thời hạn", "gửi trong thời hạn"),
            either(filter.restricted, "hạn chế tiếp cận", "không hạn chế tiếp cận"),
            named("tiếp nhận từ ngày", day(filter.receivedFrom)),
            named("tiếp nhận đến hết ngày", day(filter.receivedTo)),
            named(
                "thay đổi từ",
                filter.updatedSince == null ? null : VietnamTime.clock(filter.updatedSince)),
            named("có từ", filter.q))
        .filter(Objects::nonNull)
        .toList();
  }

  private static String results(List<Result> results) {
    return Set.copyOf(results).size() == Result.values().length
        ? "đã có trả lời"
        : named("kết quả", labels(results.stream().map(Result::label).toList()));
  }

  private static String labels(List<String> labels) {
    return labels.isEmpty() ? null : String.join(" hoặc ", labels);
  }

  private static String day(LocalDate date) {
    return date == null ? null : VietnamTime.shortDate(date);
  }

  private static String named(String name, Object value) {
    return value == null ? null : name + " " + value;
  }

  private static String either(Boolean value, String yes, String no) {
    return value == null ? null : value ? yes : no;
  }
}
