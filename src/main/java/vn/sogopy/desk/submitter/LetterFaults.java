package vn.sogopy.desk.submitter;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Why a letter was refused, in the words of its page.
 *
 * @param faults one for each wrong field; empty if no field is wrong
 */
record LetterFaults(String title, String detail, List<Fault> faults) {
  private static final Pattern POINT = Pattern.compile("/comments/([0-9]+)(?:/(\\w+).*)?");

  /** The fields of a letter by the pointers of the API, and their names and labels on the page. */
  private static final Map<String, Field> LETTER =
      Map.of(
          "number", new Field("so_van_ban", "Số, ký hiệu"),
          "date", new Field("ngay_van_ban", "Ngày văn bản"),
          "position", new Field("y_kien_tra_loi", "Ý kiến trả lời"),
          "channel", new Field("hinh_thuc", "Hình thức"),
          "signer", new Field("nguoi_ky", "Người ký"),
          "subject", new Field("trich_yeu", "Trích yếu"),
          "inReplyTo", new Field("tra_loi_van_ban", "Trả lời văn bản số"),
          "replaces", new Field("thay_the", "Thay thế văn bản"),
          "comments", new Field("noi_dung-0", "Các ý kiến"),
          "file", new Field("tep", "Tệp kèm theo"));

  private static final Map<String, Field> OF_POINT =
      Map.of(
          "section", new Field("muc", "mục"),
          "locator", new Field("trang", "trang"),
          "content", new Field("noi_dung", "nội dung"),
          "proposal", new Field("de_xuat", "đề xuất"));

  private record Field(String id, String label) {}

  /**
   * @param id of the field on the page
   */
  record Fault(String id, String label, String detail) {}

  /**
   * @param sent the place on the page of each point that was sent
   */
  static LetterFaults of(ProblemException refused, List<Integer> sent) {
    Problem problem = Problem.ofPage(refused, null, null);
    List<Problem.Item> details = problem.errors() == null ? List.of() : problem.errors();
    List<Fault> faults =
        IntStream.range(0, details.size())
            .mapToObj(i -> fault(refused.errors().get(i).name(), details.get(i).detail(), sent))
            .toList();
    return new LetterFaults(problem.title(), problem.detail(), faults);
  }

  private static Fault fault(String pointer, String detail, List<Integer> sent) {
    Matcher point = POINT.matcher(pointer);
    if (point.matches() && Integer.parseInt(point.group(1)) < sent.size()) {
      int place = sent.get(Integer.parseInt(point.group(1)));
      String name = point.group(2) == null ? "content" : point.group(2);
      Field field = OF_POINT.getOrDefault(name, OF_POINT.get("content"));
      return new Fault(
          field.id + "-" + place, "Ý kiến %d, %s".formatted(place + 1, field.label), detail);
    }
    String[] path = pointer.split("/");
    Field field = LETTER.getOrDefault(path.length > 1 ? path[1] : "", LETTER.get("number"));
    return new Fault(field.id, field.label, detail);
  }
}
