package vn.sogopy.register.archive;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.text.VietnamTime;

/** The changes of a history entry in Vietnamese, one a line: "Kết quả: Ghi nhận → Tiếp thu". */
final class HistoryText {
  private static final String NONE = "(không có)";
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  /** By path where the same word means another thing there, else by the name of the field. */
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          entry("alsoSections", "Mục liên quan"),
          entry("answerDueOn", "Hạn tiếp thu, giải trình"),
          entry("arrivalNumber", "Số đến"),
          entry("assignee", "Người được phân công"),
          entry("attachments", "Tệp kèm theo"),
          entry("channel", "Hình thức"),
          entry("contact", "Đầu mối"),
          entry("contact.name", "Họ và tên"),
          entry("content", "Nội dung góp ý"),
          entry("date", "Ngày"),
          entry("direction", "Ý kiến chỉ đạo"),
          entry("document", "Văn bản"),
          entry("dossierReceivedOn", "Ngày nhận hồ sơ"),
          entry("dueOn", "Hạn trả lời"),
          entry("email", "Thư điện tử"),
          entry("escalation", "Lý do xin ý kiến UBND tỉnh"),
          entry("fileName", "Tên tệp"),
          entry("followedBy", "Ý kiến nối tiếp"),
          entry("from", "Cơ quan"),
          entry("fullName", "Họ và tên"),
          entry("id", "Mã hệ thống"),
          entry("inReplyTo", "Trả lời văn bản"),
          entry("kind", "Loại ý kiến"),
          entry("leftOut", "Tệp không lưu"),
          entry("locator", "Vị trí trong dự thảo"),
          entry("mediaType", "Kiểu tệp"),
          entry("needsReview", "Cần xem lại"),
          entry("note", "Ghi chú"),
          entry("number", "Số, ký hiệu"),
          entry("occasion", "Hội nghị, cuộc họp"),
          entry("onBehalfOf", "Trả lời thay cho"),
          entry("organization", "Cơ quan góp ý"),
          entry("page", "Trang đầu"),
          entry("pages", "Các trang"),
          entry("paragraph", "Đoạn"),
          entry("partOf", "Tách từ ý kiến"),
          entry("parts", "Các ý kiến tách ra"),
          entry("phone", "Điện thoại"),
          entry("position", "Ý kiến trả lời"),
          entry("proposal", "Đề xuất"),
          entry("quote", "Trích dẫn"),
          entry("reaction", "Ý kiến phản hồi"),
          entry("receivedOn", "Ngày đến"),
          entry("replacedBy", "Được thay bằng văn bản"),
          entry("replaces", "Thay thế văn bản"),
          entry("reply", "Trả lời đề nghị phối hợp"),
          entry("request", "Đề nghị phối hợp"),
          entry("request.kind", "Loại đề nghị"),
          entry("requestLetters", "Văn bản xin ý kiến"),
          entry("response", "Nội dung trả lời"),
          entry("restricted", "Hạn chế tiếp cận"),
          entry("result", "Kết quả xử lý"),
          entry("revision", "Vị trí chỉnh sửa"),
          entry("sameAs", "Trả lời như ý kiến"),
          entry("section", "Mục"),
          entry("sha256", "SHA-256"),
          entry("signer", "Người ký"),
          entry("signer.position", "Chức vụ"),
          entry("author", "Người góp ý"),
          entry("author.position", "Chức vụ"),
          entry("size", "Dung lượng (byte)"),
          entry("subject", "Trích yếu"),
          entry("text", "Nội dung"),
          entry("to", "Cơ quan được đề nghị"));

  private static final Map<String, Class<? extends Enum<?>>> CODES =
      Map.of(
          "channel", Channel.class,
          "kind", Kind.class,
          "position", Position.class,
          "reaction", ReactionKind.class,
          "reaction.reaction", ReactionKind.class,
          "request.kind", RequestKind.class,
          "result", Result.class);

  private HistoryText() {}

  static String of(JsonNode changes) {
    StringJoiner lines = new StringJoiner("\n");
    for (JsonNode change : changes) {
      String field = change.path("field").asText();
      lines.add(
          label(field, field)
              + ": "
              + value(field, change.path("before"))
              + " → "
              + value(field, change.path("after")));
    }
    return lines.toString();
  }

  /**
   * @param path of the field, from that of the change on, with dots
   * @return the name itself if it has no label
   */
  static String label(String path, String name) {
    return LABELS.getOrDefault(path, LABELS.getOrDefault(name, name));
  }

  private static String value(String path, JsonNode value) {
    if (value.isObject()) {
      StringJoiner fields = new StringJoiner("; ");
      value.properties().stream()
          .filter(field -> !field.getValue().isNull())
          .forEach(
              field -> {
                String inner = path + "." + field.getKey();
                fields.add(label(inner, field.getKey()) + ": " + value(inner, field.getValue()));
              });
      return fields.toString();
    }
    if (value.isArray() && !value.isEmpty()) {
      StringJoiner items = new StringJoiner(" | ");
      value.forEach(item -> items.add(value(path, item)));
      return items.toString();
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "có" : "không";
    }
    String text = value.isNull() ? "" : value.asText();
    if (text.isEmpty()) {
      return NONE;
    }
    if (CODES.containsKey(path)) {
      return HistoryTable.label(CODES.get(path), text);
    }
    return DAY.matcher(text).matches() ? VietnamTime.shortDate(LocalDate.parse(text)) : text;
  }
}
