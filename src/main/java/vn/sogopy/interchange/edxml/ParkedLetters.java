package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** The rows of parked letters and their files. To be called within a transaction. */
@ApplicationScoped
class ParkedLetters {
  private static final Pieces PIECES = new Pieces("parked_piece", "file_id");

  private static final String SELECT =
      "select k.id, k.status, k.letter_id, k.digest, k.header::text as header, k.client, k.received_at,"
          + " p.id as plan_id, p.slug, d.id as draft_id, d.number as draft_number,"
          + " (select o.code from letter l join organization o on o.id = l.organization_id"
          + " where l.id = k.letter_id) as organization"
          + " from parked_letter k join draft d on d.id = k.draft_id join plan p on p.id = k.plan_id";

  @Inject Uploads uploads;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * One of them.
   *
   * @param organization code of the body it was filed under; null = it was not
   */
  record Parked(
      UUID id,
      DraftRef draft,
      ParkedStatus status,
      UUID letter,
      String organization,
      byte[] digest,
      EdxmlHeader header,
      String client,
      Instant receivedAt) {}

  /** Which message it is; those of keys that are bound to different bodies are kept apart. */
  private static String key(Actor actor, EdxmlHeader header) {
    String bound = actor.caller().organization();
    return (bound == null ? "" : bound) + " " + header.key();
  }

  /** The same message that came before, unless it was dropped. */
  Optional<Parked> same(Actor actor, DraftRef draft, EdxmlHeader header) {
    return Sql.of(SELECT)
        .add("where k.draft_id = ? and k.message_key = ?", draft.id(), key(actor, header))
        .add("and k.status <> 'DROPPED'")
        .first(source, this::parked);
  }

  /** For a decision: whoever comes second sees that of the first. */
  Optional<Parked> lock(Caller caller, UUID id) {
    Sql sql = Sql.of(SELECT).add("where k.id = ?", id);
    if (caller.plans() != null) {
      sql.add("and p.slug = any(?)", (Object) caller.plans().toArray(String[]::new));
    }
    return sql.add("for update of k").first(source, this::parked);
  }

  private Parked parked(ResultSet row) throws SQLException {
    return new Parked(
        Row.uuid(row, "id"),
        new DraftRef(
            Row.uuid(row, "plan_id"),
            row.getString("slug"),
            Row.uuid(row, "draft_id"),
            row.getInt("draft_number")),
        Row.constant(row, "status", ParkedStatus.class),
        Row.uuid(row, "letter_id"),
        row.getString("organization"),
        row.getBytes("digest"),
        header(row.getString("header")),
        row.getString("client"),
        Row.instant(row, "received_at"));
  }

  EdxmlHeader header(String text) {
    try {
      return json.readValue(text, EdxmlHeader.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What makes two messages the same content: header, and files by name and SHA-256. */
  byte[] digest(EdxmlMessage message) {
    StringBuilder text = new StringBuilder(text(message.header()));
    for (IncomingFile file : message.files()) {
      text.append('\0').append(file.upload().hash()).append(' ').append(file.name());
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String text(EdxmlHeader header) {
    try {
      return json.writeValueAsString(header);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param files whether they are kept; a dry run keeps none
   */
  UUID park(Actor actor, DraftRef draft, EdxmlMessage message, boolean files) {
    UUID id = UUID.randomUUID();
    Sql.of(
            "insert into parked_letter (id, plan_id, draft_id, message_key, header, digest, client, received_by,"
                + " key_organization, received_at) values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)",
            id,
            draft.planId(),
            draft.id(),
            key(actor, message.header()),
            text(message.header()),
            digest(message),
            actor.caller().client(),
            actor.caller().name(),
            actor.caller().organization(),
            actor.at())
        .execute(source);
    for (int i = 0; files && i < message.files().size(); i++) {
      keep(id, i, message.files().get(i));
    }
    return id;
  }

  private void keep(UUID parked, int ordinal, IncomingFile file) {
    UUID id = UUID.randomUUID();
    Sql.of(
            "insert into parked_file (id, parked_id, ordinal, file_name, media_type, size, sha256)"
                + " values (?, ?, ?, ?, ?, ?, ?)",
            id,
            parked,
            ordinal,
            file.name(),
            file.type().mediaType(),
            file.upload().size(),
            file.upload().sha256())
        .execute(source);
    try (InputStream in = Files.newInputStream(file.upload().content())) {
      PIECES.write(source, id, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its files, as if they had just come. */
  List<IncomingFile> files(UUID parked, Form form) {
    record Kept(UUID id, String name, long size) {}
    List<Kept> kept =
        Sql.of(
                "select id, file_name, size from parked_file where parked_id = ? order by ordinal",
                parked)
            .list(
                source,
                row ->
                    new Kept(Row.uuid(row, "id"), row.getString("file_name"), row.getLong("size")));
    List<IncomingFile> files = new ArrayList<>();
    try {
      for (Kept file : kept) {
        String at = "/files/" + files.size();
        Upload upload =
            uploads.unpack(
                form,
                file.name(),
                null,
                at,
                out -> PIECES.read(source, file.id(), 0, file.size() - 1, out));
        files.add(IncomingFile.check(upload, at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  void filed(Actor actor, UUID id, UUID letter, String reason) {
    settle(actor, id, ParkedStatus.FILED, letter, reason);
  }

  void dropped(Actor actor, UUID id, String reason) {
    settle(actor, id, ParkedStatus.DROPPED, null, reason);
  }

  /** Its files lie with the letter now, or nowhere. */
  private void settle(Actor actor, UUID id, ParkedStatus status, UUID letter, String reason) {
    Sql.of(
            "update parked_letter set status = ?, letter_id = ?, reason = ?, decided_at = ?, decided_by = ?,"
                + " version = version + 1 where id = ?",
            status,
            letter,
            reason,
            actor.at(),
            actor.caller().name(),
            id)
        .execute(source);
    Sql.of("delete from parked_file where parked_id = ?", id).execute(source);
  }
}
