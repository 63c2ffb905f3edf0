package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.consultation.consultee.ConsulteeHistoryEntry.ConsulteeAction;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Reads and writes the rows of consultees and of their history. */
@ApplicationScoped
public class ConsulteeStore {
  private static final TypeReference<List<ConsulteeHistory.Change>> CHANGES =
      new TypeReference<>() {};

  @Inject EntityManager entities;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  record Stored(UUID organization, ConsulteeData data, int version) {
    static Stored of(Consultee row) {
      return new Stored(row.key.organizationId(), row.data(), row.version);
    }
  }

  /**
   * Serialises the writers of consultees of a draft, also if there is no row to lock. Such writes
   * are rare.
   */
  void lock(UUID draft) {
    Sql.lockName(source, "consultees " + draft);
  }

  Map<UUID, Stored> all(UUID draft) {
    Map<UUID, Stored> found = new LinkedHashMap<>();
    Hql.of("from Consultee k where k.key.draftId = ? order by k.key.organizationId", draft)
        .list(entities, Consultee.class)
        .forEach(row -> found.put(row.key.organizationId(), Stored.of(row)));
    return found;
  }

  /** The letters that requested the comments of this organization; empty if it is no consultee. */
  public List<RequestLetter> requestLetters(DraftRef draft, String organization) {
    return Hql.of(
            "select k from Consultee k join Organization o on o.id = k.key.organizationId"
                + " where k.key.draftId = ? and o.code = ?",
            draft.id(),
            organization)
        .first(entities, Consultee.class)
        .map(row -> row.requestLetters)
        .orElse(List.of());
  }

  /**
   * Inserts consultees. The version continues from that of a removed row of the same organization,
   * so that an old ETag never becomes valid again.
   */
  void insert(Actor actor, UUID draft, Map<UUID, ConsulteeData> added, String reason) {
    Map<UUID, Long> before = entriesBefore(draft, added.keySet());
    Map<UUID, List<ConsulteeData.Change>> changes = new LinkedHashMap<>();
    added.forEach(
        (id, data) -> {
          Consultee row = new Consultee();
          row.key = new Consultee.Key(draft, id);
          row.version = before.getOrDefault(id, 0L).intValue();
          row.fill(data);
          entities.persist(row);
          changes.put(id, ConsulteeData.NONE.changesTo(data));
        });
    entities.flush();
    history(actor, draft, ConsulteeAction.ADDED, changes, reason);
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

  /** Updates the rows that differ. */
  void update(
      Actor actor,
      UUID draft,
      Map<UUID, Stored> before,
      Map<UUID, ConsulteeData> after,
      String reason) {
    Map<UUID, List<ConsulteeData.Change>> changes = new LinkedHashMap<>();
    after.forEach(
        (id, data) -> {
          Consultee row = entities.find(Consultee.class, new Consultee.Key(draft, id));
          row.fill(data);
          row.version++;
          changes.put(id, before.get(id).data().changesTo(data));
        });
    entities.flush();
    history(actor, draft, ConsulteeAction.CHANGED, changes, reason);
  }

  void delete(Actor actor, UUID draft, Stored stored, String reason) {
    entities.remove(
        entities.find(Consultee.class, new Consultee.Key(draft, stored.organization())));
    entities.flush();
    history(
        actor,
        draft,
        ConsulteeAction.REMOVED,
        Map.of(stored.organization(), stored.data().changesTo(ConsulteeData.NONE)),
        reason);
  }

  private void history(
      Actor actor,
      UUID draft,
      ConsulteeAction action,
      Map<UUID, List<ConsulteeData.Change>> changes,
      String reason) {
    changes.forEach(
        (id, list) -> {
          ConsulteeHistoryEntry entry = new ConsulteeHistoryEntry();
          entry.draftId = draft;
          entry.organizationId = id;
          entry.at = actor.at();
          entry.by = actor.caller().name();
          entry.client = actor.caller().client();
          entry.action = action;
          entry.changes = json.convertValue(list, CHANGES);
          entry.reason = reason;
          entities.persist(entry);
        });
  }
}
