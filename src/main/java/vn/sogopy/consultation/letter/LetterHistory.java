package vn.sogopy.consultation.letter;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.History;
import vn.sogopy.letter.LetterAction;

/** The history of a letter, oldest first. The first entry is RECEIVED. */
public record LetterHistory(List<Entry> items) {

  /** One entry, like one of a comment's history but without a state. */
  @Schema(name = "LetterHistoryEntry")
  public record Entry(
      Instant at,
      @Schema(description = "Người hoặc hệ thống thực hiện · who did it") String by,
      String client,
      LetterAction action,
      List<History.Change> changes,
      @Schema(nullable = true) String reason) {}
}
