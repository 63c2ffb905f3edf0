package vn.sogopy.interchange.worklist;

import static vn.sogopy.interchange.worklist.WorklistColumn.DONE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.interchange.worklist.SentWorklist.SentRow;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.text.Text;

/** The merge of one row of a sent work-list, with its transitions or errors. */
final class RowMerge {
  private final SentWorklist list;
  private final SentRow row;
  private final List<CellError> errors;
  private List<Transition> moves = List.of();
  private Status status;

  RowMerge(SentWorklist list, SentRow row) {
    this.list = list;
    this.row = row;
    errors = new ArrayList<>(row.errors());
    status = errors.isEmpty() ? Status.UNCHANGED : Status.INVALID;
  }

  /** The row number on the sheet. */
  int number() {
    return row.row();
  }

  UUID id() {
    return row.id();
  }

  Status status() {
    return status;
  }

  List<CellError> errors() {
    return errors;
  }

  List<CellError> notes() {
    return row.notes();
  }

  void refuse(CellError error) {
    errors.add(error);
    status = Status.INVALID;
  }

  /** Compares with the comment as it is now. */
  void merge(Locked locked, WorklistImportService.Context context) {
    if (status.isRejected()) {
      return;
    }
    CommentState standing = locked.state(row.id()).orElse(null);
    if (standing == null) {
      refuse(
          list.error(
              WorklistColumn.ID, row.id().toString(), FieldCode.NOT_IN_DRAFT, context.draft()));
      return;
    }
    Map<WorklistColumn, String> now =
        WorklistCells.answer(
            standing.result(),
            standing.response(),
            standing.revision(),
            context.numbers().byId().get(standing.sameAs()),
            standing.status(),
            standing.assignee());
    putDecision(now, standing);
    Merge merge = new Merge(resolved(context), now, row.base());
    if (!merge.unseen().isEmpty()) {
      merge.unseen().forEach(column -> conflict(column, now.getOrDefault(column, "")));
      status = Status.CONFLICT;
      return;
    }
    RowMoves wanted = new RowMoves(merge, standing, list.has(DONE), context.numbers().byCode());
    wanted.missing().forEach(column -> refuse(list.error(column, null, FieldCode.REQUIRED)));
    wanted
        .unknown()
        .forEach(
            code ->
                refuse(list.error(WorklistColumn.SAME_AS, code, FieldCode.UNKNOWN_COMMENT, code)));
    if (!status.isRejected()) {
      moves = wanted.moves();
    }
  }

  /** Adds the existing decision, so that the same decision on the sheet is no change. */
  private void putDecision(Map<WorklistColumn, String> now, CommentState standing) {
    if (standing.returnReason() != null) {
      now.put(WorklistColumn.RETURN_REASON, standing.returnReason());
    }
    if (standing.status() == vn.sogopy.comment.Status.APPROVED) {
      now.put(WorklistColumn.DECISION, Answers.Decision.APPROVE.label());
    } else if (standing.status() == vn.sogopy.comment.Status.RETURNED
        && standing.returnReason().equals(row.said().get(WorklistColumn.REASON))) {
      now.put(WorklistColumn.DECISION, Answers.Decision.RETURN.label());
    }
  }

  /** Replaces "V.1 Giao thông", as in the drop-down list, by the code V.1. */
  private Map<WorklistColumn, String> resolved(WorklistImportService.Context context) {
    Map<WorklistColumn, String> said = new EnumMap<>(WorklistColumn.class);
    said.putAll(row.said());
    said.computeIfPresent(
        WorklistColumn.REVISION_SECTION,
        (column, typed) -> context.sections().getOrDefault(Text.foldName(typed), typed));
    return said;
  }

  /** Adds an error with the text of the sheet as value and that of the service as candidate. */
  private void conflict(WorklistColumn column, String current) {
    errors.add(
        new CellError(
            list.named(column),
            row.said().get(column),
            current.isEmpty() ? List.of() : List.of(current),
            FieldCode.CHANGED_MEANWHILE,
            Headings.shown(current)));
  }

  boolean isMoving() {
    return !moves.isEmpty();
  }

  /** Without a version check, since the merge compares the cells under the lock. */
  TransitionService.Row bulkRow() {
    return new TransitionService.Row(row.id(), null, moves);
  }

  void take(TransitionService.Outcome outcome) {
    status = outcome.status();
    for (FieldError error : outcome.errors()) {
      WorklistColumn column = column(error.name());
      errors.add(
          new CellError(
              column == null ? null : list.named(column),
              column == null ? null : row.said().get(column),
              List.of(),
              error.code(),
              error.arguments().toArray()));
    }
  }

  private static WorklistColumn column(String pointer) {
    return switch (pointer) {
      case "/revision", "/revision/section", "/section" -> WorklistColumn.REVISION_SECTION;
      case "/sameAs" -> WorklistColumn.SAME_AS;
      default -> null;
    };
  }
}
