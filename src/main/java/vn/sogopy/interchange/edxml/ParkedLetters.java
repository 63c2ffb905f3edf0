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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** The rows of parked letters and their files. To be called within a transaction. */
@ApplicationScoped
class ParkedLetters {
  @Inject ParkedLetterRepository letters;
  @Inject ParkedFileRepository stored;
  @Inject Uploads uploads;
  @Inject Pieces pieces;
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
    return letters.same(draft.id(), key(actor, header)).map(row -> parked(row, draft));
  }

  /** For a decision: whoever comes second sees that of the first. */
  Optional<Parked> lock(Caller caller, UUID id) {
    return letters.draft(caller, id).map(draft -> parked(letters.lock(id), draft));
  }

  private Parked parked(ParkedLetter row, DraftRef draft) {
    return new Parked(
        row.id,
        draft,
        row.status,
        row.letterId,
        row.letterId == null ? null : letters.organization(row.letterId),
        row.digest,
        header(row.header),
        row.client,
        row.receivedAt);
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
    ParkedLetter row = new ParkedLetter();
    row.id = UUID.randomUUID();
    row.planId = draft.planId();
    row.draftId = draft.id();
    row.messageKey = key(actor, message.header());
    row.header = text(message.header());
    row.digest = digest(message);
    row.status = ParkedStatus.WAITING;
    row.client = actor.caller().client();
    row.receivedBy = actor.caller().name();
    row.keyOrganization = actor.caller().organization();
    row.receivedAt = actor.at();
    letters.persistAndFlush(row);
    for (int i = 0; files && i < message.files().size(); i++) {
      keep(row.id, i, message.files().get(i));
    }
    return row.id;
  }

  private void keep(UUID parked, int ordinal, IncomingFile file) {
    ParkedFile row = new ParkedFile();
    row.id = UUID.randomUUID();
    row.parkedId = parked;
    row.ordinal = ordinal;
    row.fileName = file.name();
    row.mediaType = file.type().mediaType();
    row.size = file.upload().size();
    row.sha256 = file.upload().sha256();
    stored.persistAndFlush(row);
    try (InputStream in = Files.newInputStream(file.upload().content())) {
      pieces.write(ParkedPiece::new, row.id, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its files, as if they had just come. */
  List<IncomingFile> files(UUID parked, Form form) {
    List<IncomingFile> files = new ArrayList<>();
    try {
      for (ParkedFile file : stored.of(parked)) {
        String at = "/files/" + files.size();
        Upload upload =
            uploads.unpack(
                form,
                file.fileName,
                null,
                at,
                out -> pieces.read(ParkedPiece.class, file.id, 0, file.size - 1, out));
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
    ParkedLetter row = letters.findById(id);
    row.status = status;
    row.letterId = letter;
    row.reason = reason;
    row.decidedAt = actor.at();
    row.decidedBy = actor.caller().name();
    row.version++;
    letters.flush();
    stored.delete("parkedId", id);
  }
}
