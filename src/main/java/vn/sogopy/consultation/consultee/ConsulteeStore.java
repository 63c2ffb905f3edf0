package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Reads and writes the rows of consultees and of their history. */
@ApplicationScoped
public class ConsulteeStore {
  private static final TypeReference<List<RequestLetter>> LETTERS = new TypeReference<>() {};

  @Inject EntityManager entities;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  record Stored(UUID organization, ConsulteeData data, int version) {}

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
        .forEach(row -> found.put(row.key.organizationId(), stored(row)));
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
        .map(row -> data(row).requestLetters())
        .orElse(List.of());
  }

  private Stored stored(Consultee row) {
    return new Stored(row.key.organizationId(), data(row), row.version);
  }

  public ConsulteeData data(Consultee row) {
    try {
      return new ConsulteeData(
          json.readValue(row.requestLetters, LETTERS),
          row.dueOn,
          row.dossierReceivedOn,
          new Contact(row.contactName, row.contactPhone, row.contactEmail));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
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
          fill(row, data);
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

  private void fill(Consultee row, ConsulteeData data) {
    row.requestLetters = asJson(data.requestLetters());
    row.dueOn = data.dueOn();
    row.dossierReceivedOn = data.dossierReceivedOn();
    row.contactName = data.contact().name();
    row.contactPhone = data.contact().phone();
    row.contactEmail = data.contact().email();
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
          fill(row, data);
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

  /** Inserts all entries with one statement. */
  private void history(
      Actor actor,
      UUID draft,
      ConsulteeAction action,
      Map<UUID, List<ConsulteeData.Change>> changes,
      String reason) {
    List<Map<String, Object>> rows = new ArrayList<>();
    changes.forEach((id, list) -> rows.add(Map.of("id", id, "changes", list)));
    Sql.of(
            """
            insert into consultee_history (draft_id, organization_id, at, by_name, client, action, changes, reason)
            select ?, i.id, ?, ?, ?, ?, i.changes, ?
            from jsonb_to_recordset(?::jsonb) as i (id uuid, changes jsonb)""",
            draft,
            actor.at(),
            actor.caller().name(),
            actor.caller().client(),
            action,
            reason,
            asJson(rows))
        .execute(source);
  }

  private String asJson(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
