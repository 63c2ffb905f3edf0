package vn.sogopy.consultation.consultee;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** The rows of consultees and of their history, many in one statement. */
@ApplicationScoped
public class ConsulteeStore {
  private static final TypeReference<List<RequestLetter>> LETTERS = new TypeReference<>() {};

  @Inject DataSource source;
  @Inject ObjectMapper json;

  /** As it is stored. */
  record Stored(UUID organization, ConsulteeData data, int version) {}

  /**
   * One writer of a draft's consultees at a time. They are written seldom and by few, and so no two
   * acts can cross, also where there is no row yet to be held.
   */
  void lock(UUID draft) {
    Sql.lockName(source, "consultees " + draft);
  }

  Map<UUID, Stored> all(UUID draft) {
    Map<UUID, Stored> found = new LinkedHashMap<>();
    Sql.of("select * from consultee where draft_id = ?", draft)
        .list(source, this::stored)
        .forEach(stored -> found.put(stored.organization(), stored));
    return found;
  }

  private Stored stored(ResultSet row) throws SQLException {
    return new Stored(Row.uuid(row, "organization_id"), data(row), row.getInt("version"));
  }

  /** Of a row that has the columns of consultee. */
  public ConsulteeData data(ResultSet row) throws SQLException {
    try {
      return new ConsulteeData(
          json.readValue(row.getString("request_letters"), LETTERS),
          Row.date(row, "due_on"),
          Row.date(row, "dossier_received_on"),
          new Contact(
              row.getString("contact_name"),
              row.getString("contact_phone"),
              row.getString("contact_email")));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Brings them in. The version goes on where an earlier row of the same body ended, so that no old
   * ETag fits again.
   */
  void insert(Actor actor, UUID draft, Map<UUID, ConsulteeData> added, String reason) {
    Sql.of(
            """
            insert into consultee (draft_id, organization_id, request_letters, due_on, dossier_received_on,
              contact_name, contact_phone, contact_email, version)
            select ?, i.id, i.letters, i.due, i.dossier, i.name, i.phone, i.email,
              (select count(*) from consultee_history h where h.draft_id = ? and h.organization_id = i.id)
            from""",
            draft,
            draft)
        .add(rows(added))
        .execute(source);
    Map<UUID, List<ConsulteeData.Change>> changes = new LinkedHashMap<>();
    added.forEach((id, data) -> changes.put(id, ConsulteeData.NONE.changesTo(data)));
    history(actor, draft, ConsulteeAction.ADDED, changes, reason);
  }

  /** Changes those that differ. */
  void update(
      Actor actor,
      UUID draft,
      Map<UUID, Stored> before,
      Map<UUID, ConsulteeData> after,
      String reason) {
    Map<UUID, List<ConsulteeData.Change>> changes = new LinkedHashMap<>();
    after.forEach((id, data) -> changes.put(id, before.get(id).data().changesTo(data)));
    Sql.of(
            """
            update consultee k set request_letters = i.letters, due_on = i.due, dossier_received_on = i.dossier,
              contact_name = i.name, contact_phone = i.phone, contact_email = i.email, version = version + 1
            from""")
        .add(rows(after))
        .add("where k.draft_id = ? and k.organization_id = i.id", draft)
        .execute(source);
    history(actor, draft, ConsulteeAction.CHANGED, changes, reason);
  }

  void delete(Actor actor, UUID draft, Stored stored, String reason) {
    Sql.of(
            "delete from consultee where draft_id = ? and organization_id = ?",
            draft,
            stored.organization())
        .execute(source);
    history(
        actor,
        draft,
        ConsulteeAction.REMOVED,
        Map.of(stored.organization(), stored.data().changesTo(ConsulteeData.NONE)),
        reason);
  }

  private Sql rows(Map<UUID, ConsulteeData> wanted) {
    List<Map<String, Object>> rows = new ArrayList<>();
    wanted.forEach(
        (id, data) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("id", id);
          row.put("letters", data.requestLetters());
          row.put("due", data.dueOn());
          row.put("dossier", data.dossierReceivedOn());
          row.put("name", data.contact().name());
          row.put("phone", data.contact().phone());
          row.put("email", data.contact().email());
          rows.add(row);
        });
    return Sql.of(
        "jsonb_to_recordset(?::jsonb) as i"
            + " (id uuid, letters jsonb, due date, dossier date, name text, phone text, email text)",
        asJson(rows));
  }

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
