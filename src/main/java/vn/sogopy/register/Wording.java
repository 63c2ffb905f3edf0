package vn.sogopy.register;

import java.util.Map;
import java.util.StringJoiner;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.plan.Section;
import vn.sogopy.text.VietnamTime;

/** The phrases of the register; DOMAIN.md sections 5 and 6. */
final class Wording {
  static final String GENERAL = "Ý kiến chung";
  static final String PENDING = "Đang nghiên cứu, xử lý";

  private Wording() {}

  static String title(Snapshot snapshot) {
    return "BẢNG TỔNG HỢP, TIẾP THU, GIẢI TRÌNH Ý KIẾN GÓP Ý ĐỐI VỚI DỰ THẢO (LẦN "
        + snapshot.draft()
        + ") "
        + snapshot.planTitle().toUpperCase(java.util.Locale.forLanguageTag("vi"));
  }

  static String citation(Snapshot.LetterRow letter) {
    return "số " + letter.number() + " ngày " + VietnamTime.shortDate(letter.date());
  }

  /** "Báo cáo tổng hợp, mục V.1, trang 45". */
  static String place(Snapshot.CommentRow row) {
    if (row.sectionCode() == null) {
      return row.page() == null ? GENERAL : GENERAL + ", trang " + row.page();
    }
    StringJoiner place = new StringJoiner(", ").add(row.document());
    if (!row.isDocument()) {
      place.add("mục " + row.sectionCode());
    }
    if (row.page() != null) {
      place.add("trang " + row.page());
    }
    return place.toString();
  }

  static String result(Snapshot.CommentRow row) {
    return row.status() == Status.APPROVED ? row.result().label() : PENDING;
  }

  /** The approved answer with the place it changed; null until then. */
  static String answer(Snapshot.CommentRow row, Map<String, Snapshot.Document> documents) {
    if (row.status() != Status.APPROVED) {
      return null;
    }
    String place = revision(row, documents);
    return place == null ? row.response() : row.response() + "\n(" + place + ")";
  }

  /**
   * "đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp"; a promise while there is no place; else
   * null.
   */
  private static String revision(
      Snapshot.CommentRow row, Map<String, Snapshot.Document> documents) {
    String place = revisionPlace(row, documents);
    if (row.result().changesDraft()) {
      if (place != null) {
        return "đã chỉnh sửa tại " + place;
      }
      return row.sectionCode() == null || row.isDocument()
          ? "sẽ chỉnh sửa"
          : "sẽ chỉnh sửa tại mục " + row.sectionCode() + " " + row.document();
    }
    if (place == null) {
      return null;
    }
    return (row.result() == Result.ALREADY_COVERED ? "đã có tại " : "xem ") + place;
  }

  private static String revisionPlace(
      Snapshot.CommentRow row, Map<String, Snapshot.Document> documents) {
    StringJoiner place = new StringJoiner(", ");
    if (row.revisionPage() != null) {
      place.add("trang " + row.revisionPage());
    }
    if (row.revisionSection() != null) {
      Snapshot.Document document = documents.get(Section.key(row.revisionSection()));
      String section = "mục " + row.revisionSection();
      place.add(
          document == null
              ? section
              : document.whole() ? document.title() : section + " " + document.title());
    }
    if (row.revisionNote() != null) {
      place.add(row.revisionNote());
    }
    return place.length() == 0 ? null : place.toString();
  }
}
