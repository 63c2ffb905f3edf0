package vn.sogopy.comment.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.CommentHistoryEntry;
import vn.sogopy.comment.History;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads the history of a comment, without the ids of comments hidden from the caller. */
@ApplicationScoped
public class HistoryReader {
  private static final TypeReference<List<History.Change>> CHANGES = new TypeReference<>() {};

  /** The fields whose values are ids of other comments. */
  private static final Set<String> LINKS = Set.of("sameAs", "followedBy", "partOf", "parts");

  @Inject CommentReader comments;
  @Inject EntityManager entities;
  @Inject ObjectMapper json;

  /**
   * The part of the history that is visible to the caller, oldest first.
   *
   * @throws ProblemException 404 if there is no comment that is visible to the caller
   */
  @Transactional
  public History read(Caller caller, UUID id) {
    Status status = comments.get(caller, id).status();
    boolean all = !caller.isSubmitter() || status == Status.APPROVED;
    List<History.Entry> entries =
        Hql.of("from CommentHistoryEntry h where h.commentId = ? order by h.id", id)
            .list(entities, CommentHistoryEntry.class)
            .stream()
            .filter(entry -> all || Action.OF_COMMENTER.contains(entry.action))
            .map(this::entry)
            .toList();
    Set<UUID> hidden = hidden(caller, entries);
    if (hidden.isEmpty()) {
      return new History(entries);
    }
    return new History(
        entries.stream()
            .map(entry -> without(hidden, entry))
            // An entry FOLLOWED is meaningless without the following comment.
            .filter(entry -> entry.action() != Action.FOLLOWED || !entry.changes().isEmpty())
            .toList());
  }

  private History.Entry entry(CommentHistoryEntry row) {
    try {
      return new History.Entry(
          row.at,
          row.by,
          row.client,
          row.action,
          row.from,
          row.to,
          json.readValue(row.changes, CHANGES),
          row.reason);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The ids in these entries of comments hidden from the caller. */
  private Set<UUID> hidden(Caller caller, List<History.Entry> entries) {
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
      return Set.of();
    }
    Hql hidden =
        Hql.of(
            "select c.id from Comment c join Organization o on o.id = c.organizationId"
                + " where c.restricted and c.id in ?",
            named);
    if (caller.isSubmitter()) {
      hidden.add("and o.code <> ?", caller.organization());
    }
    return Set.copyOf(hidden.list(entities, UUID.class));
  }

  private static void collect(JsonNode value, Set<UUID> named) {
    if (value.isTextual()) {
      named.add(UUID.fromString(value.asText()));
    }
    value.forEach(one -> collect(one, named));
  }

  private static History.Entry without(Set<UUID> hidden, History.Entry entry) {
    return new History.Entry(
        entry.at(),
        entry.by(),
        entry.client(),
        entry.action(),
        entry.from(),
        entry.to(),
        entry.changes().stream()
            .map(change -> without(hidden, change))
            .filter(change -> !change.before().equals(change.after()))
            .toList(),
        entry.reason());
  }

  private static History.Change without(Set<UUID> hidden, History.Change change) {
    return LINKS.contains(change.field())
        ? new History.Change(
            change.field(), without(hidden, change.before()), without(hidden, change.after()))
        : change;
  }

  private static JsonNode without(Set<UUID> hidden, JsonNode value) {
    if (!value.isArray()) {
      return isHidden(hidden, value) ? NullNode.instance : value;
    }
    ArrayNode kept = ((ArrayNode) value).arrayNode();
    value.forEach(
        one -> {
          if (!isHidden(hidden, one)) {
            kept.add(one);
          }
        });
    return kept.isEmpty() ? NullNode.instance : kept;
  }

  private static boolean isHidden(Set<UUID> hidden, JsonNode value) {
    return value.isTextual() && hidden.contains(UUID.fromString(value.asText()));
  }
}
