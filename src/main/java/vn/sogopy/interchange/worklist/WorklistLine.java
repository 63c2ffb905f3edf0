package vn.sogopy.interchange.worklist;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.query.CommentView;

/**
 * A row of a work-list.
 *
 * @param cells without empty ones
 * @param dueOn due date of the answer; null = none
 */
record WorklistLine(Map<WorklistColumn, String> cells, LocalDate dueOn) {

  /**
   * @param previous the comment that it follows; null = none
   * @param sameAs number of the comment with the same answer; null = none
   */
  static WorklistLine of(CommentView comment, CommentView previous, String sameAs) {
    UUID id = comment.id();
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    cells.putAll(WorklistCells.of(comment, previous, sameAs));
    String base = Fingerprint.of(id, cells).toString();
    cells.put(WorklistColumn.ID, id.toString());
    cells.put(WorklistColumn.VERSION, Integer.toString(comment.version()));
    cells.put(WorklistColumn.BASE, base);
    return new WorklistLine(cells, comment.answerDueOn());
  }
}
