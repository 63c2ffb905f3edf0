package vn.sogopy.consultation.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.DraftRef;

/** Letters that arrived but are not filed yet. An add-on that takes such letters implements it. */
public interface WaitingLetters {

  /** A letter whose organization or date is unknown. */
  @Schema(name = "ReadinessParked")
  record Waiting(
      UUID id,
      @Schema(maxLength = 300, description = "Như thông điệp ghi · as the message says")
          String sender,
      @Schema(maxLength = 100) String number,
      LocalDate date,
      Instant receivedAt) {}

  /**
   * The waiting letters of a draft, oldest first.
   *
   * @param most maximum number of letters
   */
  List<Waiting> waiting(DraftRef draft, int most);
}
