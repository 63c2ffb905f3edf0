package vn.sogopy.interchange.worklist;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.query.CommentView;

/**
 * One row of a work-list.
 *
 * @param cells what stands in it; empty cells are left out
 * @param dueOn the answer is due; null = no date
 */
record WorklistLine(Map<WorklistColumn, String> cells, LocalDate dueOn) {

  /**
   * @param previous the comment it follows; null = none
   * @param sameAs number of the comment whose answer it shares; null = none
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
