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

  private final Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);

  private WorklistCells() {}

  /**
   * The cells of an exported row, with the hidden ones.
   *
   * @param previous the comment that it follows; null = none
   * @param sameAs number of the comment with the same answer; null = none
   */
  static Map<WorklistColumn, String> of(CommentView comment, CommentView previous, String sameAs) {
    WorklistCells made = new WorklistCells();
    made.read(comment, previous);
    made.cells.putAll(answer(comment.answer(), sameAs, comment.status(), comment.assignee()));
    made.put(WorklistColumn.BASE, Fingerprint.of(comment.id(), made.cells));
    made.put(WorklistColumn.ID, comment.id());
    made.put(WorklistColumn.VERSION, comment.version());
    return made.cells;
  }

  private void read(CommentView comment, CommentView previous) {
    put(WorklistColumn.CODE, code(comment));
    put(WorklistColumn.ORGANIZATION, comment.organization().name());
    put(WorklistColumn.LETTER, letter(comment.letter()));
    put(WorklistColumn.PLACE, place(comment));
    if (comment.locator() != null) {
      put(WorklistColumn.PAGE, comment.locator().page());
      put(WorklistColumn.QUOTE, comment.locator().quote());
    }
    put(WorklistColumn.CONTENT, comment.content());
    put(WorklistColumn.PROPOSAL, comment.proposal());
    put(WorklistColumn.DUE, comment.answerDueOn());
    put(WorklistColumn.STATUS, comment.status().label());
    put(WorklistColumn.RETURN_REASON, comment.returnReason());
    put(WorklistColumn.PREVIOUS, previous == null ? null : previous(previous));
  }

  /**
   * The yellow cells.
   *
   * @param answer null = none
   * @param sameAs number of the comment with the same answer; null = none
   */
  static Map<WorklistColumn, String> answer(
      Answer answer, String sameAs, Status status, String assignee) {
    WorklistCells made = new WorklistCells();
    if (answer != null) {
      made.put(WorklistColumn.RESULT, answer.result().label());
      String response = answer.response();
      // Not truncated: an import would take the truncated response for a new one.
      made.put(WorklistColumn.RESPONSE, response.length() > CellText.MAX ? null : response);
      made.put(WorklistColumn.SAME_AS, sameAs);
      Revision revision = answer.revision();
      if (revision != null) {
        made.put(WorklistColumn.REVISION_SECTION, revision.section());
        made.put(WorklistColumn.REVISION_PAGE, revision.page());
        made.put(WorklistColumn.REVISION_NOTE, revision.note());
      }
    }
    made.put(WorklistColumn.DONE, isFinal(status) ? YES : null);
    made.put(WorklistColumn.ASSIGNEE, assignee);
    return made.cells;
  }

  private static boolean isFinal(Status status) {
    return status == Status.ANSWERED || status == Status.APPROVED;
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
    return "Dự thảo lần %d, ý kiến số %s: %s\n%s"
        .formatted(
            comment.draft(),
            code(comment),
            comment.content(),
            answer == null || comment.status() != Status.APPROVED
                ? "(Chưa có trả lời được duyệt)"
                : "Trả lời (" + answer.result().label() + "): " + answer.response());
  }

  private void put(WorklistColumn column, Object value) {
    if (value != null) {
      cells.put(column, CellText.limited(value.toString(), CUT));
    }
  }
}
