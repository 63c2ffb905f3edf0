package vn.sogopy.interchange.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sogopy.comment.Result;
import vn.sogopy.platform.text.Text;

/** The values of choice columns. Compares whole cells, without accents and case. */
final class Answers {
  /** A decision of the coordinator. */
  enum Decision {
    APPROVE("Duyệt"),
    RETURN("Trả lại");

    private final String label;

    Decision(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private Answers() {}

  static List<String> results() {
    return Arrays.stream(Result.values()).map(Result::label).toList();
  }

  static List<String> decisions() {
    return Arrays.stream(Decision.values()).map(Decision::label).toList();
  }

  /** Compares with label and name. Whole cells, since "không tiếp thu" contains "Tiếp thu". */
  static Optional<Result> result(String typed) {
    return Arrays.stream(Result.values())
        .filter(one -> isSame(typed, one.label()) || isSame(typed, one.name()))
        .findFirst();
  }

  static Optional<Decision> decision(String typed) {
    return Arrays.stream(Decision.values())
        .filter(one -> isSame(typed, one.label()) || isSame(typed, one.name()))
        .findFirst();
  }

  /** "x", "có" and other words for yes. */
  static boolean isYes(String typed) {
    return List.of("x", "co", "xong", "da xong", "roi", "v", "✓", "✔", "1", "true", "yes")
        .contains(plain(typed));
  }

  /** Words for no or "not yet". */
  static boolean isNo(String typed) {
    return List.of("chua", "khong", "chua xong", "0", "false", "no").contains(plain(typed));
  }

  private static boolean isSame(String typed, String word) {
    return plain(typed).equals(plain(word));
  }

  private static String plain(String text) {
    return Text.fold(text).replaceAll("[\\s\\p{Z},_.]+", " ").strip();
  }
}
