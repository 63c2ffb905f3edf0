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
 * The three-way merge of one row: as it went out, as the sheet has it, as the service has it now.
 *
 * <p>An empty cell says nothing. A cell that holds what went out, or what is there now, changes
 * nothing. A change is a conflict when what it builds upon has changed meanwhile to something its
 * writer has not seen: words upon words; the place upon words and place; "done" and a decision upon
 * what they are about. An assignment and an answer, or the words and a place corrected elsewhere,
 * do not touch each other. Plain Java.
 */
final class Merge {
  private final Map<WorklistColumn, String> said;
  private final Map<WorklistColumn, String> now;
  private final Fingerprint base;
  private final Set<WorklistColumn> changes = EnumSet.noneOf(WorklistColumn.class);
  private final Set<WorklistColumn> unseen = EnumSet.noneOf(WorklistColumn.class);

  /**
   * @param said the filled cells of the sheet, each as the service would write it
   * @param now the cells as they would go out now, and a decision that stands already
   * @param base as they went out
   */
  Merge(Map<WorklistColumn, String> said, Map<WorklistColumn, String> now, Fingerprint base) {
    this.said = said;
    this.now = now;
    this.base = base;
    for (WorklistColumn column : said.keySet()) {
      if (column.use() == WorklistColumn.Use.FILL && isSaid(column) && !isThere(column)) {
        changes.add(column);
      }
    }
    if (said.containsKey(DECISION) && !isThere(DECISION)) {
      changes.add(DECISION);
    }
    judge();
  }

  private boolean isSaid(WorklistColumn column) {
    return said.containsKey(column) && !base.had(column, said.get(column));
  }

  private boolean isThere(WorklistColumn column) {
    return Fingerprint.comparable(said.get(column))
        .equals(Fingerprint.comparable(now.getOrDefault(column, "")));
  }

  private void judge() {
    if (changesAny(WORDS) || changes.contains(DONE)) {
      look(WORDS);
    }
    if (changesAny(REVISION) || changes.contains(DECISION)) {
      look(WORDS);
      look(REVISION);
    }
    if (changes.contains(ASSIGNEE)) {
      look(Set.of(ASSIGNEE));
    }
    if (changes.contains(DONE) && !changesAny(WORDS) && !changesAny(REVISION)) {
      // An old "done" must not undo a return that came after it.
      look(Set.of(WorklistColumn.RETURN_REASON));
    }
  }

  private void look(Set<WorklistColumn> columns) {
    for (WorklistColumn column : columns) {
      boolean moved = !base.had(column, now.getOrDefault(column, ""));
      if (moved && !(said.containsKey(column) && isThere(column))) {
        unseen.add(column);
      }
    }
  }

  /** The columns in which the sheet has something new. */
  Set<WorklistColumn> changes() {
    return changes;
  }

  boolean changesAny(Collection<WorklistColumn> columns) {
    return columns.stream().anyMatch(changes::contains);
  }

  /** What was changed in the service meanwhile, and stands against the changes; empty = nothing. */
  Set<WorklistColumn> unseen() {
    return unseen;
  }

  /** What the row comes to: the service's cells with the sheet's changes. */
  Map<WorklistColumn, String> merged() {
    Map<WorklistColumn, String> merged = new EnumMap<>(WorklistColumn.class);
    merged.putAll(now);
    changes.forEach(column -> merged.put(column, said.get(column)));
    if (said.containsKey(REASON)) {
      merged.put(REASON, said.get(REASON));
    }
    return merged;
  }

  /** Whether the answer is final then: as the sheet says; where it has no such column, as it is. */
  boolean isFinal(boolean hasColumn) {
    return hasColumn ? said.containsKey(DONE) : now.containsKey(DONE);
  }
}
