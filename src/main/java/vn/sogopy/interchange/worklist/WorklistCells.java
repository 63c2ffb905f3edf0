package vn.sogopy.interchange.worklist;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
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
   * The cells of an exported row, with the hidden ones.
   *
   * @param previous the comment that it follows; null = none
   * @param sameAs number of the comment with the same answer; null = none
   */
  static Map<WorklistColumn, String> of(CommentView comment, CommentView previous, String sameAs) {
    Map<WorklistColumn, String> cells =
        answer(comment.answer(), sameAs, comment.status(), comment.assignee());
    put(cells, WorklistColumn.CODE, code(comment));
    put(cells, WorklistColumn.ORGANIZATION, comment.organization().name());
    put(cells, WorklistColumn.LETTER, letter(comment.letter()));
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
    put(cells, WorklistColumn.PREVIOUS, previous == null ? null : previous(previous));
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
