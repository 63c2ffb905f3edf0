package vn.sogopy.exchange.worklist;

import static vn.sogopy.exchange.worklist.WorklistColumn.ASSIGNEE;
import static vn.sogopy.exchange.worklist.WorklistColumn.DECISION;
import static vn.sogopy.exchange.worklist.WorklistColumn.DONE;
import static vn.sogopy.exchange.worklist.WorklistColumn.REASON;
import static vn.sogopy.exchange.worklist.WorklistColumn.RESPONSE;
import static vn.sogopy.exchange.worklist.WorklistColumn.RESULT;
import static vn.sogopy.exchange.worklist.WorklistColumn.REVISION;
import static vn.sogopy.exchange.worklist.WorklistColumn.REVISION_NOTE;
import static vn.sogopy.exchange.worklist.WorklistColumn.REVISION_PAGE;
import static vn.sogopy.exchange.worklist.WorklistColumn.REVISION_SECTION;
import static vn.sogopy.exchange.worklist.WorklistColumn.SAME_AS;
import static vn.sogopy.exchange.worklist.WorklistColumn.WORDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.AnswerInput;
import vn.sogopy.comment.AssignmentInput;
import vn.sogopy.comment.Move;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.Standing;

/** What a merged row has the office do: assign, answer, decide, in this order. */
final class RowMoves {
  private final Merge merge;
  private final Standing standing;
  private final Map<WorklistColumn, String> cells;
  private final Map<String, UUID> byCode;
  private final List<Move> moves = new ArrayList<>();
  private final List<WorklistColumn> missing = new ArrayList<>();
  private final List<String> unknown = new ArrayList<>();

  /**
   * @param hasDone whether the sheet has the column that says what is final
   * @param byCode comments of the plan by their numbers
   */
  RowMoves(Merge merge, Standing standing, boolean hasDone, Map<String, UUID> byCode) {
    this.merge = merge;
    this.standing = standing;
    this.cells = merge.merged();
    this.byCode = byCode;
    if (merge.changes().contains(ASSIGNEE)) {
      moves.add(new Move.Assign(new AssignmentInput(cells.get(ASSIGNEE), null)));
    }
    boolean answered = merge.changesAny(WORDS) || merge.changes().contains(DONE);
    if (answered || (merge.changesAny(REVISION) && standing.result() == null)) {
      answer(merge.isFinal(hasDone));
    } else if (merge.changesAny(REVISION)) {
      moves.add(Move.Revise.of(place()));
    }
    if (merge.changes().contains(DECISION)) {
      String decision = cells.get(DECISION);
      moves.add(
          decision.equals(Answers.Decision.APPROVE.label())
              ? new Move.Approve()
              : new Move.Return(cells.get(REASON)));
    }
  }

  private void answer(boolean isFinal) {
    // A text too long for a cell is not on the sheet, but is there.
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
      moves.add(new Move.Answer(new AnswerInput(result, response, place(), sameAs, isFinal)));
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

  List<Move> moves() {
    return moves;
  }

  /** Columns without which there is no answer. */
  List<WorklistColumn> missing() {
    return missing;
  }

  /** Numbers that no comment of the plan has. */
  List<String> unknown() {
    return unknown;
  }
}
