package vn.sogopy.desk.comments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.History;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.comment.request.RequestService;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.text.VietnamTime;

/** How the screen says what comments, requests and histories hold. */
@TemplateExtension
final class CommentWords {
  private CommentWords() {}

  /** "1042", or "1042.2" for a part. */
  static String number(CommentView comment) {
    return comment.receiptNumber() + (comment.part() == null ? "" : "." + comment.part());
  }

  /** What a body can be asked for. */
  @TemplateExtension(namespace = "request")
  static RequestKind[] kinds() {
    return RequestKind.values();
  }

  /** Whether a body can be asked about it. */
  static boolean askable(CommentView comment) {
    return RequestService.ASKABLE.contains(comment.status());
  }

  /** Whether it can be put to the leaders. */
  static boolean live(CommentView comment) {
    return Status.LIVE.contains(comment.status());
  }

  static String words(ReactionKind reaction) {
    return switch (reaction) {
      case AGREED -> "Đồng ý";
      case MAINTAINED -> "Bảo lưu ý kiến";
    };
  }

  /** "mục V.1, trang 48-49, đã bổ sung bảng". */
  static String words(Revision place) {
    return joined(named("mục ", place.section()), named("trang ", place.pages()), place.note());
  }

  static String words(History.Action action) {
    return switch (action) {
      case RECEIVED -> "Tiếp nhận";
      case CORRECTED -> "Sửa nội dung đã nhập";
      case ASSIGNED -> "Phân công";
      case DRAFTED -> "Soạn trả lời";
      case ANSWERED -> "Trả lời, chờ duyệt";
      case REVISED -> "Ghi nơi chỉnh sửa";
      case APPROVED -> "Duyệt";
      case RETURNED -> "Đề nghị hoàn thiện lại";
      case WITHDRAWN -> "Rút ý kiến";
      case FLAGGED -> "Đánh dấu cần xem lại";
      case SPLIT -> "Tách ý kiến";
      case UNSPLIT -> "Hoàn tác việc tách";
      case REACTED -> "Cơ quan góp ý phản hồi";
      case FOLLOWED -> "Có ý kiến tiếp theo ở dự thảo sau";
      case ESCALATED -> "Xin ý kiến UBND tỉnh";
      case DIRECTED -> "Ghi ý kiến chỉ đạo";
      case REQUESTED -> "Đề nghị cơ quan khác";
      case REPLIED -> "Cơ quan được đề nghị trả lời";
    };
  }

  /** What an entry changed, one sentence a field: "Kết quả: Tiếp thu". */
  static List<String> told(History.Entry entry) {
    return Stream.concat(
            entry.changes().stream().map(CommentWords::told),
            Stream.ofNullable(named("Lý do: ", entry.reason())))
        .filter(Objects::nonNull)
        .toList();
  }

  /** Null for fields that hold the id of another comment. */
  private static String told(History.Change change) {
    JsonNode after = change.after();
    String label = label(change.field());
    if (label == null) {
      return null;
    }
    return label + ": " + (after == null || after.isNull() ? "(bỏ)" : value(change.field(), after));
  }

  private static String label(String field) {
    return switch (field) {
      case "result" -> "Kết quả";
      case "response" -> "Nội dung trả lời";
      case "revision" -> "Nơi chỉnh sửa";
      case "assignee" -> "Người xử lý";
      case "answerDueOn" -> "Hạn trả lời";
      case "needsReview" -> "Cần xem lại";
      case "reaction" -> "Phản hồi";
      case "note" -> "Ghi chú";
      case "escalation" -> "Lý do xin ý kiến";
      case "direction" -> "Ý kiến chỉ đạo";
      case "request" -> "Đề nghị";
      case "reply" -> "Trả lời";
      case "content" -> "Nội dung góp ý";
      case "proposal" -> "Đề xuất";
      case "section" -> "Mục";
      case "kind" -> "Loại ý kiến";
      case "restricted" -> "Hạn chế tiếp cận";
      default -> null;
    };
  }

  private static String value(String field, JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "có" : "không";
    }
    if (value.isObject()) {
      return joined(
          field.equals("revision") ? named("mục ", text(value, "section")) : null,
          field.equals("revision") ? named("trang ", text(value, "pages")) : null,
          text(value, "reaction") == null
              ? null
              : words(ReactionKind.valueOf(text(value, "reaction"))),
          text(value, "text"),
          text(value, "note"),
          text(value, "document"));
    }
    String text = value.asText();
    return switch (field) {
      case "result" -> Result.valueOf(text).label();
      case "kind" -> Kind.valueOf(text).label();
      case "reaction" -> words(ReactionKind.valueOf(text));
      case "answerDueOn" -> VietnamTime.shortDate(LocalDate.parse(text));
      default -> text;
    };
  }

  private static String text(JsonNode object, String field) {
    return object.path(field).asText(null);
  }

  private static String named(String name, String value) {
    return value == null ? null : name + value;
  }

  private static String joined(String... parts) {
    return Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(", "));
  }

  /** The label of the field that an error is about; "" = the whole. */
  static String field(Problem.Item error) {
    String name = Objects.requireNonNullElse(error.pointer(), "/" + error.parameter());
    return switch (name.substring(name.lastIndexOf('/') + 1)) {
      case "result" -> "Kết quả: ";
      case "response" -> "Nội dung trả lời: ";
      case "revision" -> "Nơi chỉnh sửa: ";
      case "section" -> "Mục: ";
      case "pages", "page" -> "Trang: ";
      case "note" -> "Ghi chú: ";
      case "sameAs" -> "Trả lời chung: ";
      case "assignee" -> "Người xử lý: ";
      case "answerDueOn" -> "Hạn trả lời: ";
      case "organization" -> "Cơ quan: ";
      case "file" -> "Tệp: ";
      default -> "";
    };
  }
}
