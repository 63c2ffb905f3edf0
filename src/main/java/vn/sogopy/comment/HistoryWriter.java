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
import vn.sogopy.platform.sql.Rows;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Appends to the history of comments, in the transaction of the act itself. */
@ApplicationScoped
public class HistoryWriter {
  @Inject DataSource source;
  @Inject ObjectMapper json;

  private final Rows<Entry> rows =
      new Rows<Entry>()
          .with("comment_id", "uuid", one -> one.line().commentId())
          .with("at", "timestamptz", one -> one.actor().at())
          .with("by_name", "text", one -> one.actor().caller().name())
          .with("client", "text", one -> one.actor().caller().client())
          .with("action", "text", one -> one.action().name())
          .with("from_status", "text", one -> one.line().from())
          .with("to_status", "text", one -> one.line().to())
          .with("changes", "jsonb", one -> asJson(one.line().changes()))
          .with("reason", "text", Entry::reason);

  /** What one act did to one comment. */
  public record Line(UUID commentId, Status from, Status to, List<History.Change> changes) {}

  /** One of several acts, each with its reason; null = none was needed. */
  public record Entry(Actor actor, Action action, Line line, String reason) {}

  public static Line line(Comment comment, Status from, List<History.Change> changes) {
    return new Line(comment.id, from, comment.status, changes);
  }

  public void write(
      Comment comment,
      Actor actor,
      Action action,
      Status from,
      List<History.Change> changes,
      String reason) {
    write(actor, action, List.of(line(comment, from, changes)), reason);
  }

  /** One act upon many comments, in one statement. */
  public void write(Actor actor, Action action, List<Line> lines, String reason) {
    write(lines.stream().map(line -> new Entry(actor, action, line, reason)).toList());
  }

  /** All that was done at once, in one statement, in this order. */
  public void write(List<Entry> entries) {
    if (!entries.isEmpty()) {
      insert(entries).execute(source);
    }
  }

  /** The statement for {@link #write(List)}, to be a part of another; there must be entries. */
  public Sql insert(List<Entry> entries) {
    return rows.insertInto("comment_history", entries).add("order by i.n");
  }

  private String asJson(List<History.Change> changes) {
    try {
      return json.writeValueAsString(changes);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Changes changes() {
    return new Changes();
  }

  /** Collects the fields that really changed. */
  public final class Changes {
    private final List<History.Change> found = new ArrayList<>();

    public Changes add(String field, Object before, Object after) {
      if (!Objects.equals(before, after)) {
        found.add(new History.Change(field, json.valueToTree(before), json.valueToTree(after)));
      }
      return this;
    }

    public List<History.Change> list() {
      return found;
    }
  }
}
