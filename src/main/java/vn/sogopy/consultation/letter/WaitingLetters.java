package vn.sogopy.consultation.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;

/** Letters that arrived and are not filed yet. An add-on that takes such letters implements it. */
public interface WaitingLetters {

  /** A letter whose body or date is not known. */
  record Waiting(UUID id, String sender, String number, LocalDate date, Instant receivedAt) {}

  /**
   * Those of a draft, oldest first.
   *
   * @param most how many of them
   */
  List<Waiting> waiting(DraftRef draft, int most);
}
