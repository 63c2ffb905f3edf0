package vn.sogopy.comment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.History.Action;
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Appends to the history of comments, in the transaction of the change. */
@ApplicationScoped
public class HistoryWriter {
  @Inject DataSource source;
  @Inject ObjectMapper json;

  private final Rows<Entry> rows =
      new Rows<Entry>()
          .with("comment_id", "uuid", Entry::commentId)
          .with("at", "timestamptz", one -> one.actor().at())
          .with("by_name", "text", one -> one.actor().caller().name())
          .with("client", "text", one -> one.actor().caller().client())
          .with("action", "text", Entry::action)
          .with("from_status", "text", Entry::from)
          .with("to_status", "text", Entry::to)
          .with("changes", "jsonb", one -> json.valueToTree(one.changes()))
          .with("reason", "text", Entry::reason);

  /**
   * One entry of one comment's history.
   *
   * @param from null = the comment is new
   * @param reason null = none
   */
  public record Entry(
      Actor actor,
      Action action,
      UUID commentId,
      Status from,
      Status to,
      List<History.Change> changes,
      String reason) {

    /** An entry for a comment that already has its new state. */
    public static Entry of(
        Actor actor,
        Action action,
        Comment comment,
        Status from,
        List<History.Change> changes,
        String reason) {
      return new Entry(actor, action, comment.id, from, comment.state.status(), changes, reason);
    }
  }

  /** Writes the entries in this order, in one statement. */
  public void write(List<Entry> entries) {
    if (!entries.isEmpty()) {
      insert(entries).execute(source);
    }
  }

  /** The statement of {@link #write}, to be embedded in another one. At least one entry. */
  public Sql insert(List<Entry> entries) {
    return rows.insertInto("comment_history", entries).add("order by i.n");
  }

  public Changes changes() {
    return new Changes();
  }

  /** Collects the fields that differ between two states. */
  public final class Changes {
    private final List<History.Change> found = new ArrayList<>();

    public Changes add(String field, Object before, Object after) {
      if (!Objects.equals(before, after)) {
        found.add(new History.Change(field, json.valueToTree(before), json.valueToTree(after)));
      }
      return this;
    }

    /** Adds the fields that differ between two records of one type. */
    public Changes addAll(Object before, Object after) {
      JsonNode earlier = json.valueToTree(before);
      JsonNode later = json.valueToTree(after);
      later.fieldNames().forEachRemaining(name -> add(name, earlier.get(name), later.get(name)));
      return this;
    }

    public List<History.Change> list() {
      return found;
    }
  }
}
