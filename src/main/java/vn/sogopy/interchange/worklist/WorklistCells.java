package vn.sogopy.interchange.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.CommentState.Direction;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequest.RequestKind;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.platform.table.CellText;
import vn.sogopy.platform.text.VietnamTime;

/** Converts a comment to the cells of its row, without empty ones. Plain Java. */
final class WorklistCells {
  static final String GENERAL = "Ý kiến chung";

  /** The value for "final". */
  static final String YES = "x";

  private static final String CUT = " […]";

  private WorklistCells() {}

  /**
   * What a row shows beside its comment.
   *
   * @param previous the comment that it follows; null = none
   * @param sameAs number of the comment with the same answer; null = none
   * @param requests to other organizations, oldest first
   * @param files of its letter
   * @param conflict time of an import whose row was in conflict; null = none
   */
  record Beside(
      CommentView previous,
      String sameAs,
      List<RequestView> requests,
      List<AttachmentView> files,
      Instant conflict) {}

  /** The cells of an exported row, with the hidden ones. */
  static Map<WorklistColumn, String> of(CommentView comment, Beside beside) {
    Map<WorklistColumn, String> cells =
        answer(comment.answer(), beside.sameAs, comment.status(), comment.assignee());
    put(cells, WorklistColumn.CODE, code(comment));
    put(cells, WorklistColumn.ORGANIZATION, comment.organization().name());
    put(cells, WorklistColumn.LETTER, letter(comment.letter()));
    put(cells, WorklistColumn.SCAN, lines(beside.files.stream().map(AttachmentView::fileName)));
    put(cells, WorklistColumn.PLACE, place(comment));
    if (comment.locator() != null) {
      put(cells, WorklistColumn.PAGE, comment.locator().pages());
      put(cells, WorklistColumn.QUOTE, comment.locator().quote());
    }
    put(cells, WorklistColumn.CONTENT, comment.content());
    put(cells, WorklistColumn.PROPOSAL, comment.proposal());
    put(cells, WorklistColumn.DUE, comment.answerDueOn());
    put(cells, WorklistColumn.STATUS, comment.status().label());
    put(cells, WorklistColumn.RETURN_REASON, comment.returnReason());
    put(cells, WorklistColumn.PREVIOUS, beside.previous == null ? null : previous(beside.previous));
    put(cells, WorklistColumn.REPLIES, lines(beside.requests.stream().map(WorklistCells::reply)));
    put(cells, WorklistColumn.DIRECTION, direction(comment));
    put(cells, WorklistColumn.CONFLICT, conflict(beside.conflict));
    put(cells, WorklistColumn.BASE, Fingerprint.of(comment.id(), cells));
    put(cells, WorklistColumn.ID, comment.id());
    put(cells, WorklistColumn.VERSION, comment.version());
    return cells;
  }

  /**
   * The yellow cells.
   *
   * @param answer null = none
   * @param sameAs number of the comment with the same answer; null = none
   */
  static Map<WorklistColumn, String> answer(
      Answer answer, String sameAs, Status status, String assignee) {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    if (answer != null) {
      put(cells, WorklistColumn.RESULT, answer.result().label());
      String response = answer.response();
      // Not truncated: an import would take the truncated response for a new one.
      put(cells, WorklistColumn.RESPONSE, response.length() > CellText.MAX ? null : response);
      put(cells, WorklistColumn.SAME_AS, sameAs);
      Revision revision = answer.revision();
      if (revision != null) {
        put(cells, WorklistColumn.REVISION_SECTION, revision.section());
        put(cells, WorklistColumn.REVISION_PAGE, revision.pages());
        put(cells, WorklistColumn.REVISION_NOTE, revision.note());
      }
    }
    boolean isFinal = status == Status.ANSWERED || status == Status.APPROVED;
    put(cells, WorklistColumn.DONE, isFinal ? YES : null);
    put(cells, WorklistColumn.ASSIGNEE, assignee);
    return cells;
  }

  /** "1042", or "1042.2" for a part. */
  static String code(CommentView comment) {
    return code(comment.receiptNumber(), comment.part());
  }

  static String code(long receiptNumber, Integer part) {
    return receiptNumber + (part == null ? "" : "." + part);
  }

  private static String letter(CommentView.LetterRef letter) {
    return letter == null
        ? null
        : letter.number() + " ngày " + VietnamTime.shortDate(letter.date());
  }

  private static String place(CommentView comment) {
    CommentView.SectionRef section = comment.section();
    String first = section == null ? GENERAL : section.code() + " " + section.title();
    return Stream.concat(Stream.of(first), comment.alsoSections().stream())
        .collect(Collectors.joining("; "));
  }

  private static String lines(Stream<String> lines) {
    String text = lines.collect(Collectors.joining("\n"));
    return text.isEmpty() ? null : text;
  }

  /** "UBND huyện Ba Bể (cung cấp số liệu): Phụ tải?", and its reply in the next line. */
  private static String reply(RequestView request) {
    String asked =
        "%s (%s): %s\n".formatted(request.to().name(), asked(request.kind()), request.text());
    if (request.reply() != null) {
      LocalDate day = VietnamTime.dayOf(request.repliedAt());
      return asked + "Trả lời ngày " + VietnamTime.shortDate(day) + ": " + request.reply();
    }
    return asked
        + "Chưa trả lời"
        + (request.dueOn() == null ? "" : ", hạn " + VietnamTime.shortDate(request.dueOn()));
  }

  private static String asked(RequestKind kind) {
    return switch (kind) {
      case OPINION -> "cho ý kiến";
      case DATA -> "cung cấp số liệu";
      case CLARIFICATION -> "làm rõ";
    };
  }

  /** "Thống nhất. (Thông báo số 215/TB-UBND, ngày 20/9/2021)". */
  private static String direction(CommentView comment) {
    Direction direction = comment.direction();
    if (direction == null) {
      return comment.escalation() == null
          ? null
          : "(Đang xin ý kiến: " + comment.escalation().reason() + ")";
    }
    String source =
        Stream.of(
                direction.document(),
                direction.date() == null ? null : "ngày " + VietnamTime.shortDate(direction.date()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return direction.text() + (source.isEmpty() ? "" : " (" + source + ")");
  }

  private static String conflict(Instant at) {
    return at == null
        ? null
        : "Danh sách nộp ngày "
            + VietnamTime.shortDate(VietnamTime.dayOf(at))
            + " chưa được ghi ở dòng này: nội dung đã có thay đổi khác";
  }

  private static String previous(CommentView comment) {
    Answer answer = comment.answer();
    return "Dự thảo lần %d, mã ý kiến %s: %s\n%s"
        .formatted(
            comment.draft(),
            code(comment),
            comment.content(),
            answer == null || comment.status() != Status.APPROVED
                ? "(Chưa có trả lời được duyệt)"
                : "Trả lời (" + answer.result().label() + "): " + answer.response());
  }

  private static void put(Map<WorklistColumn, String> cells, WorklistColumn column, Object value) {
    if (value != null) {
      cells.put(column, CellText.limited(value.toString(), CUT));
    }
  }
}
