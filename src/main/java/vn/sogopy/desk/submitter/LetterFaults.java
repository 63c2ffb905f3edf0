package vn.sogopy.desk.submitter;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemCode;
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
    String code = refused.code().code();
    List<Fault> faults = refused.errors().stream().map(error -> fault(error, sent)).toList();
    // Their texts for programs name headers and fields of the API.
    String detail =
        switch (refused.code()) {
          case LETTER_EXISTS ->
              "Văn bản số này của cơ quan đã được tiếp nhận trong năm. Xem ở danh sách văn bản đã gửi.";
          case EXTERNAL_ID_CONFLICT ->
              "Biểu mẫu này đã gửi một lần với nội dung khác. Nếu đây là văn bản khác, bấm Gửi lần nữa.";
          case DRAFT_NOT_OPEN -> "Dự thảo không mở lấy ý kiến nên không nhận thêm văn bản.";
          default -> Messages.text(Messages.VIETNAMESE, code + ".detail", refused.arguments());
        };
    String title =
        refused.code() == ProblemCode.EXTERNAL_ID_CONFLICT
            ? "Văn bản đã gửi"
            : Messages.text(Messages.VIETNAMESE, code + ".title", List.of());
    return new LetterFaults(title, detail, faults);
  }

  private static Fault fault(FieldError error, List<Integer> sent) {
    String detail = Problem.Item.of(error, Messages.VIETNAMESE).detail();
    Matcher point = POINT.matcher(error.name());
    if (point.matches() && Integer.parseInt(point.group(1)) < sent.size()) {
      int place = sent.get(Integer.parseInt(point.group(1)));
      String name = point.group(2) == null ? "content" : point.group(2);
      Field field = OF_POINT.getOrDefault(name, OF_POINT.get("content"));
      return new Fault(
          field.id + "-" + place, "Ý kiến %d, %s".formatted(place + 1, field.label), detail);
    }
    String[] path = error.name().split("/");
    Field field = LETTER.getOrDefault(path.length > 1 ? path[1] : "", LETTER.get("number"));
    return new Fault(field.id, field.label, detail);
  }
}
