package vn.sogopy.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.security.Actor;

/** Appends to the history of a letter, in the transaction of the change. */
@ApplicationScoped
public class LetterHistoryWriter {
  @Inject EntityManager entities;
  @Inject ObjectMapper json;

  /**
   * @param changes maps of field, before and after
   * @param reason null = none given
   */
  public void write(
      UUID letterId, Actor actor, LetterAction action, List<?> changes, String reason) {
    LetterHistoryEntry entry = new LetterHistoryEntry();
    entry.letterId = letterId;
    entry.at = actor.at();
    entry.by = actor.caller().name();
    entry.client = actor.caller().client();
    entry.action = action;
    entry.changes = json.valueToTree(changes);
    entry.reason = reason;
    entities.persist(entry);
  }
}
