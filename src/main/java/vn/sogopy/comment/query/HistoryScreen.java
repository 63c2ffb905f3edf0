package vn.sogopy.comment.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.History;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Takes the ids of restricted comments out of the history of another, for who may not know them.
 */
final class HistoryScreen {
  /** The fields whose values are ids of other comments. */
  private static final Set<String> LINKS = Set.of("sameAs", "followedBy", "partOf", "parts");

  private final Set<UUID> hidden;

  private HistoryScreen(Set<UUID> hidden) {
    this.hidden = hidden;
  }

  static HistoryScreen of(DataSource source, Caller caller, List<History.Entry> entries) {
    Set<UUID> named = new HashSet<>();
    for (History.Entry entry : entries) {
      for (History.Change change : entry.changes()) {
        if (LINKS.contains(change.field())) {
          collect(change.before(), named);
          collect(change.after(), named);
        }
      }
    }
    if (named.isEmpty() || (caller.seesRestricted() && !caller.isSubmitter())) {
      return new HistoryScreen(Set.of());
    }
    Sql hidden =
        Sql.of(
            "select c.id from comment c join organization o on o.id = c.organization_id"
                + " where c.id = any(?) and c.restricted",
            (Object) named.toArray(UUID[]::new));
    if (caller.isSubmitter()) {
      hidden.add("and o.code <> ?", caller.organization());
    }
    return new HistoryScreen(Set.copyOf(hidden.list(source, row -> Row.uuid(row, "id"))));
  }

  private static void collect(JsonNode value, Set<UUID> named) {
    if (value.isTextual()) {
      named.add(UUID.fromString(value.asText()));
    }
    value.forEach(one -> collect(one, named));
  }

  History.Entry through(History.Entry entry) {
    if (hidden.isEmpty()) {
      return entry;
    }
    return new History.Entry(
        entry.at(),
        entry.by(),
        entry.client(),
        entry.action(),
        entry.from(),
        entry.to(),
        entry.changes().stream().map(this::through).filter(HistoryScreen::says).toList(),
        entry.reason());
  }

  private History.Change through(History.Change change) {
    return LINKS.contains(change.field())
        ? new History.Change(change.field(), through(change.before()), through(change.after()))
        : change;
  }

  private JsonNode through(JsonNode value) {
    if (value.isArray()) {
      ArrayNode kept = ((ArrayNode) value).arrayNode();
      value.forEach(
          one -> {
            if (!isHidden(one)) {
              kept.add(one);
            }
          });
      return kept.isEmpty() ? NullNode.instance : kept;
    }
    return isHidden(value) ? NullNode.instance : value;
  }

  private boolean isHidden(JsonNode value) {
    return value.isTextual() && hidden.contains(UUID.fromString(value.asText()));
  }

  private static boolean says(History.Change change) {
    return !change.before().equals(change.after());
  }
}
