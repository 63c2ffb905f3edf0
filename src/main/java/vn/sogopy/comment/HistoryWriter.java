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
import java.util.function.Function;
import javax.sql.DataSource;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Sql;

/** Appends to the history of comments, in the transaction of the act itself. */
@ApplicationScoped
public class HistoryWriter {
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /** What one act did to one comment. */
  record Line(UUID commentId, Status from, Status to, List<History.Change> changes) {}

  static Line line(Comment comment, Status from, List<History.Change> changes) {
    return new Line(comment.id, from, comment.status, changes);
  }

  void write(
      Comment comment,
      Act act,
      Action action,
      Status from,
      List<History.Change> changes,
      String reason) {
    write(act, action, List.of(line(comment, from, changes)), reason);
  }

  /** One act upon many comments, in one statement. */
  void write(Act act, Action action, List<Line> lines, String reason) {
    if (lines.isEmpty()) {
      return;
    }
    Sql.of(
            "insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status, changes, reason)"
                + " select i.id, ?, ?, ?, ?, i.from_status, i.to_status, i.changes, ?",
            act.at(),
            act.caller().name(),
            act.caller().client(),
            action,
            reason)
        .add(
            "from unnest(?::uuid[], ?, ?, ?::jsonb[]) with ordinality as i (id, from_status, to_status, changes, n)"
                + " order by i.n",
            texts(lines, line -> line.commentId().toString()),
            texts(lines, line -> line.from() == null ? null : line.from().name()),
            texts(lines, line -> line.to().name()),
            texts(lines, line -> asJson(line.changes())))
        .execute(source);
  }

  private static String[] texts(List<Line> lines, Function<Line, String> of) {
    return lines.stream().map(of).toArray(String[]::new);
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
