package vn.sogopy.interchange.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.platform.text.VietnamTime;

/** Describes a filter in Vietnamese. */
final class FilterWords {
  private final List<String> words = new ArrayList<>();

  private FilterWords() {}

  /** "mục V.1", "trạng thái Đã phân công hoặc Đang soạn" …; empty without a filter. */
  static List<String> of(CommentQuery filter) {
    FilterWords all = new FilterWords();
    all.named("trạng thái", labels(filter.status.stream().map(Status::label).toList()));
    all.named("kết quả", labels(filter.result.stream().map(Result::label).toList()));
    all.named("loại ý kiến", labels(filter.kind.stream().map(Kind::label).toList()));
    all.flag(filter.open, "chưa trả lời xong");
    all.flag(filter.answerOverdue, "quá hạn trả lời");
    all.flag(filter.revisionOpen, "đã tiếp thu, chưa ghi nơi chỉnh sửa");
    all.either(filter.needsReview, "cần xem lại", "không cần xem lại");
    all.either(filter.escalated, "xin ý kiến UBND tỉnh", "không xin ý kiến UBND tỉnh");
    all.named("mục", filter.section);
    all.named("cơ quan", filter.organization);
    all.named("nhóm", filter.group);
    all.named("văn bản", filter.letter);
    all.named("phân công", filter.assignee);
    all.either(filter.late, "gửi sau thời hạn", "gửi trong thời hạn");
    all.either(filter.restricted, "hạn chế người xem", "không hạn chế người xem");
    all.named("tiếp nhận từ ngày", day(filter.receivedFrom));
    all.named("tiếp nhận đến hết ngày", day(filter.receivedTo));
    all.named(
        "thay đổi từ", filter.updatedSince == null ? null : VietnamTime.clock(filter.updatedSince));
    all.named("có từ", filter.q);
    return all.words;
  }

  private static String labels(List<String> labels) {
    return labels.isEmpty() ? null : labels.stream().collect(Collectors.joining(" hoặc "));
  }

  private static String day(LocalDate date) {
    return date == null ? null : VietnamTime.shortDate(date);
  }

  private void named(String name, Object value) {
    if (value != null) {
      words.add(name + " " + value);
    }
  }

  private void flag(boolean on, String text) {
    if (on) {
      words.add(text);
    }
  }

  private void either(Boolean value, String yes, String no) {
    if (value != null) {
      words.add(value ? yes : no);
    }
  }
}
