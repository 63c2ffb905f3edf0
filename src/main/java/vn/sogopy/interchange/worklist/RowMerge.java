package vn.sogopy.interchange.worklist;

import static vn.sogopy.interchange.worklist.WorklistColumn.ASSIGNEE;
import static vn.sogopy.interchange.worklist.WorklistColumn.DECISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.DONE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REASON;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESPONSE;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESULT;
import static vn.sogopy.interchange.worklist.WorklistColumn.RETURN_REASON;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_NOTE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_PAGE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_SECTION;
import static vn.sogopy.interchange.worklist.WorklistColumn.SAME_AS;
import static vn.sogopy.interchange.worklist.WorklistColumn.WORDS;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.comment.workflow.TransitionService.Locked;
import vn.sogopy.interchange.worklist.CellWords.Decision;
import vn.sogopy.interchange.worklist.SentWorklist.SentRow;
import vn.sogopy.interchange.worklist.WorklistImportService.Context;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.imports.ImportReport.Status;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.text.Text;

/** The merge of one row of a sent work-list, with its transitions or errors. */
final class RowMerge {
  private final SentWorklist list;
  private final SentRow row;
  private final List<CellError> errors;

  /** In this order: assign, answer, decide. */
  private List<Transition> transitions = List.of();

  private Status status;

  /** Of a row in conflict. */
  private Merge conflicting;

  RowMerge(SentWorklist list, SentRow row) {
    this.list = list;
    this.row = row;
    errors = new ArrayList<>(row.errors());
    status = errors.isEmpty() ? Status.UNCHANGED : Status.INVALID;
  }

  SentRow row() {
    return row;
  }

  /** Whether the exported row showed an earlier conflict, and the sheet is no conflict now. */
  boolean endsConflict() {
    return !status.isRejected() && !row.base().had(WorklistColumn.CONFLICT, "");
  }

  Status status() {
    return status;
  }

  List<CellError> errors() {
    return errors;
  }

  void refuse(WorklistColumn column, String value, FieldCode code, Object... arguments) {
    errors.add(list.error(column, value, code, arguments));
    status = Status.INVALID;
  }

  /** Compares with the comment as it is now. */
  void merge(Locked locked, Context context) {
    if (status.isRejected()) {
      return;
    }
    CommentState state = locked.state(row.id()).orElse(null);
    if (state == null) {
      refuse(WorklistColumn.ID, row.id().toString(), FieldCode.NOT_IN_DRAFT, context.draft());
      return;
    }
    Map<WorklistColumn, String> now =
        WorklistCells.answer(
            state.answer(), context.codes().get(state.sameAs()), state.status(), state.assignee());
    putDecision(now, state);
    Merge merge = new Merge(resolved(context), now, row.base(), list.placesOnly());
    if (!merge.unseen().isEmpty()) {
      merge.unseen().forEach(column -> conflict(column, now.getOrDefault(column, "")));
      conflicting = merge;
      status = Status.CONFLICT;
      return;
    }
    transitions = transitions(merge, state, context);
  }

  /** Adds the existing decision, so that the same decision on the sheet is no change. */
  private void putDecision(Map<WorklistColumn, String> now, CommentState state) {
    if (state.returnReason() != null) {
      now.put(RETURN_REASON, state.returnReason());
    }
    if (state.status() == vn.sogopy.comment.Status.APPROVED) {
      now.put(DECISION, Decision.APPROVE.label());
    } else if (state.status() == vn.sogopy.comment.Status.RETURNED
        && state.returnReason().equals(row.filled().get(REASON))) {
      now.put(DECISION, Decision.RETURN.label());
    }
  }

  /** Replaces "V.1 Giao thông", as in the drop-down list, by V.1, and names by their spelling. */
  private Map<WorklistColumn, String> resolved(Context context) {
    Map<WorklistColumn, String> filled = new EnumMap<>(WorklistColumn.class);
    filled.putAll(row.filled());
    filled.computeIfPresent(
        REVISION_SECTION,
        (column, typed) -> context.sections().getOrDefault(Text.foldName(typed), typed));
    filled.computeIfPresent(ASSIGNEE, (column, typed) -> context.assignees().spelling(typed));
    return filled;
  }

  /** Adds an error with the text of the sheet as value and that of the service as candidate. */
  private void conflict(WorklistColumn column, String current) {
    errors.add(
        new CellError(
            list.headings().named(column),
            row.filled().get(column),
            current.isEmpty() ? List.of() : List.of(current),
            FieldCode.CHANGED_MEANWHILE,
            Headings.shown(current)));
  }

  /** Both sides of a row in conflict; null if it is none, or its state refuses the sheet. */
  SheetConflict conflict(Comment comment, Context context) {
    if (conflicting == null) {
      return null;
    }
    return new SheetConflict(
        row.row(),
        WorklistCells.code(comment.receiptNumber, comment.part),
        conflicting.sides().stream()
            .map(
                column ->
                    new SheetConflict.Side(
                        list.headings().named(column),
                        conflicting.current(column),
                        row.filled().get(column)))
            .toList(),
        SheetConflict.Decided.nothing(comment.id, comment.version),
        ofSheet(comment, context));
  }

  /**
   * What the sheet wants, whatever has changed since its export. A finished answer is replaced by a
   * finished one.
   */
  private SheetConflict.Decided ofSheet(Comment comment, Context context) {
    Map<WorklistColumn, String> cells = conflicting.sheetFirst();
    AnswerInput answer = null;
    boolean answered = conflicting.changesAny(WORDS) || conflicting.changesAny(REVISION);
    if (!list.placesOnly()
        && (answered || conflicting.changes().contains(DONE))
        && cells.containsKey(RESULT)
        && cells.containsKey(RESPONSE)) {
      answer =
          new AnswerInput(
              CellWords.result(cells.get(RESULT)).orElseThrow(),
              cells.get(RESPONSE),
              place(cells).orNull(),
              context.ids().get(cells.get(SAME_AS)),
              conflicting.current(DONE) != null
                  || conflicting.isFinal(list.headings().columns().containsKey(DONE)));
    }
    return new SheetConflict.Decided(
            comment.id,
            comment.version,
            answer,
            list.placesOnly() ? place(cells).orNull() : null,
            conflicting.changes().contains(ASSIGNEE) ? cells.get(ASSIGNEE) : null)
        .orNull();
  }

  private List<Transition> transitions(Merge merge, CommentState state, Context context) {
    List<Transition> wanted = new ArrayList<>();
    Map<WorklistColumn, String> cells = merge.merged();
    if (merge.changes().contains(ASSIGNEE)) {
      wanted.add(new AssignmentInput(cells.get(ASSIGNEE), null));
    }
    boolean answered = merge.changesAny(WORDS) || merge.changes().contains(DONE);
    boolean revised = merge.changesAny(REVISION);
    if (answered || (revised && state.result() == null && !list.placesOnly())) {
      answer(merge, cells, state, context, wanted);
    } else if (revised) {
      wanted.add(new Transition.Revise(place(cells)));
    }
    if (merge.changes().contains(DECISION)) {
      wanted.add(
          cells.get(DECISION).equals(Decision.APPROVE.label())
              ? Transition.approval()
              : Transition.returned(cells.get(REASON)));
    }
    return status.isRejected() ? List.of() : wanted;
  }

  private void answer(
      Merge merge,
      Map<WorklistColumn, String> cells,
      CommentState state,
      Context context,
      List<Transition> wanted) {
    // A response too long for a cell is not exported, so the current one is kept.
    String response = merge.changes().contains(RESPONSE) ? cells.get(RESPONSE) : state.response();
    if (cells.get(RESULT) == null) {
      refuse(RESULT, null, FieldCode.REQUIRED);
    }
    if (response == null) {
      refuse(RESPONSE, null, FieldCode.REQUIRED);
    }
    UUID sameAs = state.sameAs();
    if (merge.changes().contains(SAME_AS)) {
      String code = cells.get(SAME_AS);
      sameAs = context.ids().get(code);
      if (sameAs == null) {
        refuse(SAME_AS, code, FieldCode.UNKNOWN_COMMENT, code);
      }
    }
    if (!status.isRejected()) {
      wanted.add(
          new AnswerInput(
              CellWords.result(cells.get(RESULT)).orElseThrow(),
              response,
              place(cells),
              sameAs,
              merge.isFinal(list.headings().columns().containsKey(DONE))));
    }
  }

  private static Revision place(Map<WorklistColumn, String> cells) {
    return new Revision(
        cells.get(REVISION_SECTION), null, cells.get(REVISION_PAGE), cells.get(REVISION_NOTE));
  }

  boolean hasTransitions() {
    return !transitions.isEmpty();
  }

  /** Without a version check, since the merge compares the cells under the lock. */
  TransitionService.Row bulkRow() {
    return new TransitionService.Row(row.id(), null, transitions);
  }

  void take(TransitionService.Outcome outcome) {
    status = outcome.status();
    for (FieldError error : outcome.errors()) {
      WorklistColumn column = column(error.name());
      errors.add(
          column == null
              ? CellError.of(null, null, error)
              : CellError.of(list.headings().named(column), row.filled().get(column), error));
    }
  }

  private static WorklistColumn column(String pointer) {
    return switch (pointer) {
      case "/revision", "/revision/section", "/section" -> REVISION_SECTION;
      case "/sameAs" -> SAME_AS;
      case "/assignee" -> ASSIGNEE;
      default -> null;
    };
  }
}
