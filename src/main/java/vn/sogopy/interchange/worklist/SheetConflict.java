package vn.sogopy.interchange.worklist;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Revision;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;

/**
 * A row of an import that conflicts with its comment as it is now. A person decides.
 *
 * @param row number on the sheet
 * @param code of the comment, "1042.2"
 * @param sheet null = the sheet has nothing that could be written
 */
public record SheetConflict(int row, String code, List<Side> sides, Decided kept, Decided sheet) {

  /** One column on both sides; null = empty. */
  public record Side(String column, String current, String sheet) {}

  /**
   * A decision: what to write; nothing = the comment stays as it is.
   *
   * @param version that the person has seen
   * @param answer null = none
   * @param place the place of the change alone; null = none
   * @param assignee null = none
   */
  public record Decided(
      @NotNull UUID id,
      @NotNull @Min(0) @Max(Integer.MAX_VALUE) Integer version,
      @Valid AnswerInput answer,
      @Valid Revision place,
      @Size(min = 1, max = AssignmentInput.MAX_ASSIGNEE) String assignee) {

    static Decided nothing(UUID id, int version) {
      return new Decided(id, version, null, null, null);
    }

    Decided orNull() {
      return answer == null && place == null && assignee == null ? null : this;
    }

    TransitionService.Row transitions() {
      List<Transition> all = new ArrayList<>();
      if (assignee != null) {
        all.add(new AssignmentInput(assignee, null));
      }
      if (answer != null) {
        all.add(answer);
      }
      if (place != null) {
        all.add(new Transition.Revise(place));
      }
      return new TransitionService.Row(id, version, all);
    }
  }
}
