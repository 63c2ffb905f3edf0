package vn.sogopy.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState.ReactionKind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.text.VietnamTime;

/** The texts of a row of the register; docs/domain.md sections 5 and 6. */
final class Wording {
  static final String GENERAL = "Ý kiến chung";
  static final String PENDING = "Đang nghiên cứu, xử lý";
  static final String CLASSIFIED = "Văn bản mật, lưu hồ sơ riêng";
  static final String LATE = "Gửi sau thời hạn";

  private Wording() {}

  static String citation(Snapshot.LetterRow letter) {
    return "số " + letter.number() + " ngày " + VietnamTime.shortDate(letter.date());
  }

  /** "Sở Xây dựng (kèm theo các văn bản góp ý: số 642/SXD-QHKT ngày 25/02/2022; 452/…)". */
  static String heading(String name, List<Register.Letter> letters) {
    if (letters.isEmpty()) {
      return name;
    }
    if (letters.size() == 1) {
      return name + " (kèm theo văn bản góp ý " + letters.get(0).citation() + ")";
    }
    StringJoiner cited = new StringJoiner("; ", name + " (kèm theo các văn bản góp ý: số ", ")");
    letters.forEach(letter -> cited.add(letter.citation().substring("số ".length())));
    return cited.toString();
  }

  /** "Báo cáo tổng hợp, mục V.1, trang 45-46, 50". */
  static String place(Snapshot.CommentRow row) {
    Snapshot.SectionRef section = row.section();
    if (section == null) {
      return row.pages() == null ? GENERAL : GENERAL + ", trang " + row.pages();
    }
    StringJoiner place = new StringJoiner(", ").add(section.document());
    if (!section.isDocument()) {
      place.add("mục " + section.code());
    }
    if (row.pages() != null) {
      place.add("trang " + row.pages());
    }
    return place.toString();
  }

  /** "Báo cáo tổng hợp, mục V.1. Giao thông": the heading of a topic. */
  static String topic(Snapshot.SectionRef section) {
    return section.isDocument()
        ? section.document()
        : section.document() + ", mục " + section.code() + ". " + section.title();
  }

  static String result(Snapshot.CommentRow row) {
    return row.status() == Status.APPROVED ? row.result().label() : PENDING;
  }

  /** The approved answer with the changed place; null before approval. */
  static String answer(Snapshot.CommentRow row, Map<String, Snapshot.SectionRef> places) {
    if (row.status() != Status.APPROVED) {
      return null;
    }
    String place = revision(row, places);
    return place == null ? row.response() : row.response() + "\n(" + place + ")";
  }

  /** Whether an approved answer announces a change of the draft without a place. */
  static boolean isUnplacedChange(Snapshot.CommentRow row) {
    return row.status() == Status.APPROVED
        && row.result().changesDraft()
        && row.revisionSection() == null
        && row.revisionPages() == null
        && row.revisionNote() == null;
  }

  /** Whether its organization has not confirmed that it agrees with an approved acceptance. */
  static boolean isUnconfirmed(Snapshot.CommentRow row) {
    return row.status() == Status.APPROVED
        && row.result().changesDraft()
        && row.reaction() != ReactionKind.AGREED;
  }

  /** Why a comment is an open point; a direction closes it. docs/domain.md section 6. */
  static List<String> differences(Snapshot.CommentRow row) {
    return row.direction() == null
        ? differences(row.escalation(), row.position(), row.reaction(), row.reactionNote())
        : List.of();
  }

  /** Why a comment without a direction is an open point; empty = it is none. */
  static List<String> differences(
      String escalation, Position position, ReactionKind reaction, String reactionNote) {
    List<String> reasons = new ArrayList<>();
    if (escalation != null) {
      reasons.add("Xin ý kiến UBND tỉnh: " + escalation);
    }
    if (position == Position.DISAGREES) {
      reasons.add("Cơ quan góp ý không nhất trí với dự thảo");
    }
    if (reaction == ReactionKind.MAINTAINED) {
      reasons.add(
          "Cơ quan góp ý bảo lưu ý kiến" + (reactionNote == null ? "" : ": " + reactionNote));
    }
    return reasons;
  }

  /** "Ý kiến chỉ đạo (Thông báo số 12/TB-UBND ngày 05/10/2021): …"; null if there is none. */
  static String direction(Snapshot.CommentRow row) {
    if (row.direction() == null) {
      return null;
    }
    String source = directed(row).source();
    return "Ý kiến chỉ đạo"
        + (source.isEmpty() ? "" : " (" + source + ")")
        + ": "
        + row.direction();
  }

  /** Null if there is no direction. */
  static RegisterDirection directed(Snapshot.CommentRow row) {
    return row.direction() == null
        ? null
        : new RegisterDirection(row.direction(), row.directionDocument(), row.directionDate());
  }

  static String note(Snapshot.CommentRow row) {
    return notes(row.late() ? LATE : null, row.needsReview() ? "Cần xem lại" : null);
  }

  /** The notes that are not null, in one line; null if there is none. */
  static String notes(String... notes) {
    String line = Stream.of(notes).filter(Objects::nonNull).collect(Collectors.joining("; "));
    return line.isEmpty() ? null : line;
  }

  /**
   * "đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp"; a promise if the change has no place
   * yet; null if there is neither change nor place.
   */
  private static String revision(Snapshot.CommentRow row, Map<String, Snapshot.SectionRef> places) {
    String place = revisionPlace(row, places);
    if (row.result().changesDraft()) {
      if (place != null) {
        return "đã chỉnh sửa tại " + place;
      }
      Snapshot.SectionRef section = row.section();
      return section == null || section.isDocument()
          ? "sẽ chỉnh sửa"
          : "sẽ chỉnh sửa tại mục " + section.code() + " " + section.document();
    }
    if (place == null) {
      return null;
    }
    return (row.result() == Result.ALREADY_COVERED ? "đã có tại " : "xem ") + place;
  }

  private static String revisionPlace(
      Snapshot.CommentRow row, Map<String, Snapshot.SectionRef> places) {
    StringJoiner place = new StringJoiner(", ");
    if (row.revisionPages() != null) {
      place.add("trang " + row.revisionPages());
    }
    if (row.revisionSection() != null) {
      Snapshot.SectionRef named = places.get(Section.key(row.revisionSection()));
      String section = "mục " + row.revisionSection();
      place.add(
          named == null
              ? section
              : named.isDocument() ? named.document() : section + " " + named.document());
    }
    if (row.revisionNote() != null) {
      place.add(row.revisionNote());
    }
    return place.length() == 0 ? null : place.toString();
  }
}
