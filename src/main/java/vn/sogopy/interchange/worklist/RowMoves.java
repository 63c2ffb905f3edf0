package vn.sogopy.interchange.worklist;

import static vn.sogopy.interchange.worklist.WorklistColumn.ASSIGNEE;
import static vn.sogopy.interchange.worklist.WorklistColumn.DECISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.DONE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REASON;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESPONSE;
import static vn.sogopy.interchange.worklist.WorklistColumn.RESULT;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_NOTE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_PAGE;
import static vn.sogopy.interchange.worklist.WorklistColumn.REVISION_SECTION;
import static vn.sogopy.interchange.worklist.WorklistColumn.SAME_AS;
import static vn.sogopy.interchange.worklist.WorklistColumn.WORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;

/** The transitions of a merged row, in this order: assign, answer, decide. */
final class RowMoves {
  private final Merge merge;
  private final CommentState standing;
  private final Map<WorklistColumn, String> cells;
  private final Map<String, UUID> byCode;
  private final List<Transition> moves = new ArrayList<>();
  private final List<WorklistColumn> missing = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  /**
   * @param hasDone whether the sheet has the column {@link WorklistColumn#DONE}
   * @param byCode comments of the plan by their numbers
   */
  RowMoves(Merge merge, CommentState standing, boolean hasDone, Map<String, UUID> byCode) {
    this.merge = merge;
    this.standing = standing;
    this.cells = merge.merged();
    this.byCode = byCode;
    if (merge.changes().contains(ASSIGNEE)) {
      moves.add(new AssignmentInput(cells.get(ASSIGNEE), null));
    }
    boolean answered = merge.changesAny(WORDS) || merge.changes().contains(DONE);
    if (answered || (merge.changesAny(REVISION) && standing.result() == null)) {
      answer(merge.isFinal(hasDone));
    } else if (merge.changesAny(REVISION)) {
      moves.add(new Transition.Revise(place()));
    }
    if (merge.changes().contains(DECISION)) {
      String decision = cells.get(DECISION);
      moves.add(
          decision.equals(Answers.Decision.APPROVE.label())
              ? Transition.approval()
              : Transition.returned(cells.get(REASON)));
    }
  }

  private void answer(boolean isFinal) {
    // A response too long for a cell is not exported, so the current one is kept.
    String response =
        merge.changes().contains(RESPONSE) ? cells.get(RESPONSE) : standing.response();
    if (cells.get(RESULT) == null) {
      missing.add(RESULT);
    }
    if (response == null) {
      missing.add(RESPONSE);
    }
    UUID sameAs = merge.changes().contains(SAME_AS) ? shared() : standing.sameAs();
    if (missing.isEmpty() && unknown.isEmpty()) {
      Result result = Answers.result(cells.get(RESULT)).orElseThrow();
      moves.add(new AnswerInput(result, response, place(), sameAs, isFinal));
    }
  }

  private UUID shared() {
    UUID id = byCode.get(cells.get(SAME_AS));
    if (id == null) {
      unknown.add(cells.get(SAME_AS));
    }
    return id;
  }

  private Revision place() {
    String page = cells.get(REVISION_PAGE);
    return new Revision(
        cells.get(REVISION_SECTION),
        page == null ? null : Integer.valueOf(page),
        cells.get(REVISION_NOTE));
  }

  List<Transition> moves() {
    return moves;
  }

  /** Columns without which an answer is incomplete. */
  List<WorklistColumn> missing() {
    return missing;
  }

  /** Unknown numbers in the column {@link WorklistColumn#SAME_AS}. */
  List<String> unknown() {
    return unknown;
  }
}
