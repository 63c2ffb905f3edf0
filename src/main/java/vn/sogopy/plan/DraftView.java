package vn.sogopy.plan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A draft in a response. */
@Schema(name = "Draft")
public record DraftView(
    int number,
    String title,
    DraftStatus status,
    @Schema(nullable = true) LocalDate openedOn,
    @Schema(nullable = true) LocalDate dueOn,
    @Schema(nullable = true) LocalDate answerDueOn,
    int version) {

  static DraftView of(Draft draft) {
    return new DraftView(
        draft.number,
        draft.title,
        draft.status,
        draft.openedOn,
        draft.dueOn,
        draft.answerDueOn,
        draft.version);
  }
}
