package vn.sogopy.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Appends to the history of a letter, in the transaction of the change. */
@ApplicationScoped
public class LetterHistoryWriter {
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * @param changes maps of field, before and after
   * @param reason null = none given
   */
  public void write(
      UUID letterId, Actor actor, LetterAction action, List<?> changes, String reason) {
    try {
      Sql.of(
              "insert into letter_history (letter_id, at, by_name, client, action, changes, reason)"
                  + " values (?, ?, ?, ?, ?, ?::jsonb, ?)",
              letterId,
              actor.at(),
              actor.caller().name(),
              actor.caller().client(),
              action,
              json.writeValueAsString(changes),
              reason)
          .execute(source);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the first entry for each of several letters.
   *
   * @param reasons one for each letter; null = none given
   */
  void writeReceived(Actor actor, List<UUID> letterIds, List<String> reasons) {
    Sql.of(
            "insert into letter_history (letter_id, at, by_name, client, action, changes, reason)"
                + " select i.id, ?, ?, ?, ?, '[]', i.reason"
                + " from unnest(?, ?) with ordinality as i (id, reason, n) order by i.n",
            actor.at(),
            actor.caller().name(),
            actor.caller().client(),
            LetterAction.RECEIVED,
            letterIds.toArray(UUID[]::new),
            reasons.toArray(String[]::new))
        .execute(source);
  }
}
