package vn.sogopy.comment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Sql;

/** Appends to the history of a comment, in the transaction of the act itself. */
@ApplicationScoped
public class HistoryWriter {
  @Inject DataSource source;
  @Inject ObjectMapper json;

  void write(
      Comment comment,
      Act act,
      Action action,
      Status from,
      List<History.Change> changes,
      String reason) {
    write(comment.id, act, action, from, comment.status, changes, reason);
  }

  void write(
      UUID comment,
      Act act,
      Action action,
      Status from,
      Status to,
      List<History.Change> changes,
      String reason) {
    try {
      Sql.of(
              "insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status, changes, reason)"
                  + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
              comment,
              act.at(),
              act.caller().name(),
              act.caller().client(),
              action,
              from,
              to,
              json.writeValueAsString(changes),
              reason)
          .execute(source);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Changes changes() {
    return new Changes();
  }

  /** Collects the fields that really changed. */
  final class Changes {
    private final List<History.Change> found = new ArrayList<>();

    Changes add(String field, Object before, Object after) {
      if (!Objects.equals(before, after)) {
        found.add(new History.Change(field, json.valueToTree(before), json.valueToTree(after)));
      }
      return this;
    }

    List<History.Change> list() {
      return found;
    }
  }
}
