package vn.sogopy.comment.query;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import vn.sogopy.comment.History;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.Status;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/** Reads the history of a comment, without the ids of comments hidden from the caller. */
@ApplicationScoped
public class HistoryReader {
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
        Hql.of(
                "select h.at, h.byName, h.client, h.action, h.fromStatus, h.toStatus, h.changes, h.reason"
                    + " from CommentHistoryEntry h where h.commentId = ? order by h.id",
                id)
            .list(entities, History.Entry.class)
            .stream()
            .filter(entry -> all || Action.OF_COMMENTER.contains(entry.action()))
            .toList();
    Set<String> hidden = hidden(caller, entries);
    return new History(
        entries.stream()
            .map(entry -> without(hidden, entry))
            // An entry FOLLOWED is meaningless without the following comment.
            .filter(entry -> entry.action() != Action.FOLLOWED || !entry.changes().isEmpty())
            .toList());
  }

  /** The ids in these entries of comments hidden from the caller. */
  private Set<String> hidden(Caller caller, List<History.Entry> entries) {
    Set<UUID> named =
        entries.stream()
            .flatMap(entry -> entry.changes().stream())
            .filter(change -> LINKS.contains(change.field()))
            .flatMap(change -> Stream.of(change.before(), change.after()))
            .flatMap(HistoryReader::texts)
            .map(UUID::fromString)
            .collect(toSet());
    if (named.isEmpty() || (caller.seesRestricted() && !caller.isSubmitter())) {
      return Set.of();
    }
    Hql hidden =
        Hql.of(
            "select c.id from Comment c join Organization o on o.id = c.organizationId"
                + " where c.restricted and c.id in ?",
            named);
    if (caller.isSubmitter()) {
      hidden.add("and o.code not in ?", caller.organizations());
    }
    return hidden.list(entities, UUID.class).stream().map(UUID::toString).collect(toSet());
  }

  /** The text of a value, or the texts of an array. */
  private static Stream<String> texts(JsonNode value) {
    return Stream.concat(Stream.of(value), StreamSupport.stream(value.spliterator(), false))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private History.Entry without(Set<String> hidden, History.Entry entry) {
    return hidden.isEmpty()
        ? entry
        : new History.Entry(
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

  private History.Change without(Set<String> hidden, History.Change change) {
    return LINKS.contains(change.field())
        ? new History.Change(
            change.field(), without(hidden, change.before()), without(hidden, change.after()))
        : change;
  }

  private JsonNode without(Set<String> hidden, JsonNode value) {
    if (!value.isArray()) {
      return hidden.contains(value.asText()) ? NullNode.instance : value;
    }
    ArrayNode kept = json.createArrayNode();
    texts(value).filter(id -> !hidden.contains(id)).forEach(kept::add);
    return kept.isEmpty() ? NullNode.instance : kept;
  }
}
