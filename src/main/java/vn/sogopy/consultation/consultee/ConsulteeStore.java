package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.Change;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Reads and writes the rows of consultees and of their history. */
@ApplicationScoped
public class ConsulteeStore {
  @Inject EntityManager entities;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * Serialises the writers of consultees of a draft, also if there is no row to lock. Such writes
   * are rare.
   */
  void lock(UUID draft) {
    Sql.lockName(source, "consultees " + draft);
  }

  /** The consultees of a draft by id of the organization. */
  Map<UUID, Consultee> all(UUID draft) {
    Map<UUID, Consultee> found = new LinkedHashMap<>();
    Hql.of("from Consultee k where k.key.draftId = ? order by k.key.organizationId", draft)
        .list(entities, Consultee.class)
        .forEach(row -> found.put(row.key.organizationId(), row));
    return found;
  }

  private Optional<Consultee> find(DraftRef draft, String organization) {
    return Hql.of(
            "select k from Consultee k join Organization o on o.id = k.key.organizationId"
                + " where k.key.draftId = ? and o.code = ?",
            draft.id(),
            organization)
        .first(entities, Consultee.class);
  }

  /**
   * @throws ProblemException 404 if the organization of this code is no consultee
   */
  Consultee get(DraftRef draft, String organization) {
    return find(draft, organization).orElseThrow(ProblemException::notFound);
  }

  /** The letters that requested the comments of this organization; empty if it is no consultee. */
  public List<RequestLetter> requestLetters(DraftRef draft, String organization) {
    return find(draft, organization).map(row -> row.data.requestLetters()).orElse(List.of());
  }

  /**
   * Inserts consultees. The version continues from that of a removed row of the same organization,
   * so that an old ETag never becomes valid again.
   */
  void insert(Actor actor, UUID draft, Map<UUID, ConsulteeData> added, String reason) {
    Map<UUID, Long> before = entriesBefore(draft, added.keySet());
    added.forEach(
        (id, data) -> {
          Consultee row = new Consultee();
          row.key = new Consultee.Key(draft, id);
          row.version = before.getOrDefault(id, 0L).intValue();
          row.data = data;
          entities.persist(row);
          addHistory(actor, row.key, ConsulteeAction.ADDED, ConsulteeData.NONE, data, reason);
        });
    entities.flush();
  }

  record Entries(UUID organization, long number) {}

  private Map<UUID, Long> entriesBefore(UUID draft, Collection<UUID> organizations) {
    return Hql.of(
            "select h.organizationId, count(*) from ConsulteeHistoryEntry h"
                + " where h.draftId = ? and h.organizationId in ? group by h.organizationId",
            draft,
            organizations)
        .list(entities, Entries.class)
        .stream()
        .collect(Collectors.toMap(Entries::organization, Entries::number));
  }

  void update(Actor actor, Consultee row, ConsulteeData data, String reason) {
    addHistory(actor, row.key, ConsulteeAction.CHANGED, row.data, data, reason);
    row.data = data;
    row.version++;
  }

  /**
   * @param action REMOVED or HANDED_OVER
   */
  void delete(Actor actor, Consultee row, ConsulteeAction action, String reason) {
    addHistory(actor, row.key, action, row.data, ConsulteeData.NONE, reason);
    entities.remove(row);
  }

  private void addHistory(
      Actor actor,
      Consultee.Key key,
      ConsulteeAction action,
      ConsulteeData before,
      ConsulteeData after,
      String reason) {
    ConsulteeHistoryEntry entry = new ConsulteeHistoryEntry();
    entry.draftId = key.draftId();
    entry.organizationId = key.organizationId();
    entry.at = actor.at();
    entry.by = actor.caller().name();
    entry.client = actor.caller().client();
    entry.action = action;
    entry.changes = changes(before, after);
    entry.reason = reason;
    entities.persist(entry);
  }

  /** The fields that differ, in the order of the record. */
  private List<Change> changes(ConsulteeData before, ConsulteeData after) {
    JsonNode old = json.valueToTree(before);
    ObjectNode now = json.valueToTree(after);
    return now.properties().stream()
        .filter(field -> !field.getValue().equals(old.get(field.getKey())))
        .map(field -> new Change(field.getKey(), old.get(field.getKey()), field.getValue()))
        .toList();
  }
}
