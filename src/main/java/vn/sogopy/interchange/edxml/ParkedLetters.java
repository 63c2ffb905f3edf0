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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;

/** The rows of parked letters and their files. Requires a transaction. */
@ApplicationScoped
class ParkedLetters {
  @Inject ParkedLetterRepository letters;
  @Inject ParkedFileRepository stored;
  @Inject Uploads uploads;
  @Inject Pieces pieces;
  @Inject ObjectMapper json;

  /**
   * The identity of the message. Messages of keys that are bound to different organizations are
   * distinct.
   */
  private static String key(Actor actor, EdxmlHeader header) {
    String bound = actor.caller().organization();
    return (bound == null ? "" : bound) + " " + header.key();
  }

  /** The previous copy of the same message, unless it was dropped. */
  Optional<ParkedLetter> same(Actor actor, DraftRef draft, EdxmlHeader header) {
    return letters.same(draft.id(), key(actor, header));
  }

  /** The digest of the content: header, and files by name and SHA-256. */
  byte[] digest(EdxmlReader.Message message) {
    StringBuilder text = new StringBuilder();
    try {
      text.append(json.writeValueAsString(message.header()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    for (IncomingFile file : message.files()) {
      text.append('\0').append(file.upload().hash()).append(' ').append(file.name());
    }
    return Sha256.of(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @param files whether they are stored; a dry run stores none
   */
  UUID park(Actor actor, DraftRef draft, EdxmlReader.Message message, boolean files) {
    ParkedLetter row = new ParkedLetter();
    row.id = UUID.randomUUID();
    row.planId = draft.planId();
    row.draftId = draft.id();
    row.messageKey = key(actor, message.header());
    row.header = message.header();
    row.digest = digest(message);
    row.status = ParkedStatus.WAITING;
    row.client = actor.caller().client();
    row.receivedBy = actor.caller().name();
    row.keyOrganization = actor.caller().organization();
    row.receivedAt = actor.at();
    letters.persistAndFlush(row);
    for (int i = 0; files && i < message.files().size(); i++) {
      store(row.id, i, message.files().get(i));
    }
    return row.id;
  }

  private void store(UUID parked, int ordinal, IncomingFile file) {
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

  /** The files of a parked letter, like newly received ones. */
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

  /**
   * Settles the letter and deletes its files: they are attached to the stored letter, or not
   * needed.
   *
   * @param letter the stored letter; null = it was dropped
   */
  void settle(Actor actor, UUID id, UUID letter, String reason) {
    // The intake of the letter may have cleared the session.
    ParkedLetter row = letters.findById(id);
    row.status = letter == null ? ParkedStatus.DROPPED : ParkedStatus.FILED;
    row.letterId = letter;
    row.reason = reason;
    row.decidedAt = actor.at();
    row.decidedBy = actor.caller().name();
    row.version++;
    letters.flush();
    stored.delete("parkedId", id);
  }
}
