package vn.sogopy.interchange.worklist;

import static vn.sogopy.interchange.worklist.WorklistColumn.ASSIGNEE;
import static vn.sogopy.interchange.worklist.WorklistColumn.DECISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.DONE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REASON;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.WORDS;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Three-way merge of one row: exported cells, sheet, current cells. Plain Java.
 *
 * <p>An empty cell changes nothing, nor does a cell equal to the exported or the current one. A
 * change is a conflict if cells that it depends on were changed in the service since the export and
 * the sheet does not have the new values. The answer depends on the answer columns. Its revised
 * place depends on answer and place. "Done" depends on the answer, a decision on answer and place.
 * An assignment depends only on the assignee, so it does not conflict with an answer.
 */
final class Merge {
  private final Map<WorklistColumn, String> sheet;
  private final Map<WorklistColumn, String> now;
  private final Fingerprint base;
  private final Set<WorklistColumn> answer;
  private final Set<WorklistColumn> changes = EnumSet.noneOf(WorklistColumn.class);
  private final Set<WorklistColumn> unseen = EnumSet.noneOf(WorklistColumn.class);

  /**
   * @param sheet its filled cells, in the form of the service
   * @param now the cells of an export made now, and an existing decision
   * @param base the exported cells
   * @param placesOnly whether the sheet is about revised places alone: a place then depends on the
   *     result of the answer and not on its text
   */
  Merge(
      Map<WorklistColumn, String> sheet,
      Map<WorklistColumn, String> now,
      Fingerprint base,
      boolean placesOnly) {
    this.sheet = sheet;
    this.now = now;
    this.base = base;
    answer = placesOnly ? Set.of(WorklistColumn.RESULT) : WORDS;
    for (WorklistColumn column : sheet.keySet()) {
      if (column.use() == WorklistColumn.Use.FILL && isNew(column) && !isCurrent(column)) {
        changes.add(column);
      }
    }
    if (sheet.containsKey(DECISION) && !isCurrent(DECISION)) {
      changes.add(DECISION);
    }
    judge();
  }

  private boolean isNew(WorklistColumn column) {
    return sheet.containsKey(column) && !base.had(column, sheet.get(column));
  }

  private boolean isCurrent(WorklistColumn column) {
    return Fingerprint.comparable(sheet.get(column))
        .equals(Fingerprint.comparable(now.getOrDefault(column, "")));
  }

  private void judge() {
    if (changesAny(WORDS) || changes.contains(DONE)) {
      look(WORDS);
    }
    if (changesAny(REVISION) || changes.contains(DECISION)) {
      look(answer);
      look(REVISION);
    }
    if (changes.contains(ASSIGNEE)) {
      look(Set.of(ASSIGNEE));
    }
    if (changes.contains(DONE) && !changesAny(WORDS) && !changesAny(REVISION)) {
      // "Done" from an older export must not undo a later return.
      look(Set.of(WorklistColumn.RETURN_REASON));
    }
  }

  private void look(Set<WorklistColumn> columns) {
    for (WorklistColumn column : columns) {
      boolean moved = !base.had(column, now.getOrDefault(column, ""));
      if (moved && !(sheet.containsKey(column) && isCurrent(column))) {
        unseen.add(column);
      }
    }
  }

  /** The columns that the sheet changes. */
  Set<WorklistColumn> changes() {
    return changes;
  }

  boolean changesAny(Collection<WorklistColumn> columns) {
    return columns.stream().anyMatch(changes::contains);
  }

  /** The conflicting columns: changed in the service since the export and unknown to the sheet. */
  Set<WorklistColumn> unseen() {
    return unseen;
  }

  /** The columns to be filled in that the sheet changes, or that were changed in the service. */
  Set<WorklistColumn> sides() {
    Set<WorklistColumn> sides = EnumSet.copyOf(unseen);
    sides.addAll(changes);
    return sides;
  }

  /** The current text; null = empty. */
  String current(WorklistColumn column) {
    return now.get(column);
  }

  /** The current cells with the changes of the sheet applied. */
  Map<WorklistColumn, String> merged() {
    Map<WorklistColumn, String> merged = new EnumMap<>(WorklistColumn.class);
    merged.putAll(now);
    changes.forEach(column -> merged.put(column, sheet.get(column)));
    if (sheet.containsKey(REASON)) {
      merged.put(REASON, sheet.get(REASON));
    }
    return merged;
  }

  /** The current cells with all filled ones of the sheet in their place. */
  Map<WorklistColumn, String> sheetFirst() {
    Map<WorklistColumn, String> cells = new EnumMap<>(WorklistColumn.class);
    cells.putAll(now);
    cells.putAll(sheet);
    return cells;
  }

  /** Whether the answer is final: by the sheet if it has the column, else by the current state. */
  boolean isFinal(boolean hasColumn) {
    return hasColumn ? sheet.containsKey(DONE) : now.containsKey(DONE);
  }
}
