package vn.sogopy.consultation.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;

/** Letters that arrived but are not filed yet. An add-on that takes such letters implements it. */
public interface WaitingLetters {

  /** A letter whose organization or date is unknown. */
  record Waiting(UUID id, String sender, String number, LocalDate date, Instant receivedAt) {}

  /**
   * The waiting letters of a draft, oldest first.
   *
   * @param most maximum number of letters
   */
  List<Waiting> waiting(DraftRef draft, int most);
}
