package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlOutcome.MessageFile;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.interchange.edxml.EdxmlService.Submission;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedPiece;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.interchange.edxml.ParkedLetterReader.Parked;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;

/** Parks letters, and files or drops them later. */
@ApplicationScoped
public class ParkedLetterService {
  @Inject EdxmlFiling filing;
  @Inject ParkedLetterReader reader;
  @Inject SenderFinder senders;
  @Inject OrganizationService organizations;
  @Inject OrganizationRepository known;
  @Inject LetterReader letters;
  @Inject DraftRepository drafts;
  @Inject Uploads uploads;
  @Inject Pieces pieces;
  @Inject ObjectMapper json;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /** The sender of a parked letter. */
  public record ParkedLetterInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Schema(description = "Mã cơ quan gửi · code of the body it comes from", examples = "sxd")
          String organization,
      @Schema(
              nullable = true,
              defaultValue = "false",
              description =
                  "Ghi nhớ mã định danh này cho cơ quan: lần sau không phải chờ · adds the identifier to the organization, so that the next letter does not wait")
          Boolean remember,
      @Schema(
              nullable = true,
              description =
                  "Ngày văn bản, thay cho ngày trong thông điệp; bắt buộc khi ngày đó ngoài các năm 1900-2200 · date of the letter, in place of that"
                      + " in the message; needed where that is not of the years 1900 to 2200")
          LocalDate date,
      @Size(min = 1, max = 1_000)
          @Schema(
              nullable = true,
              description =
                  "Lý do; bắt buộc khi dự thảo đã kết thúc lấy ý kiến · needed once the draft is CLOSED")
          String reason) {}

  /**
   * Parks a message, or finds its previous copy that was not dropped. Requires a transaction.
   *
   * @throws ProblemException 409 if the draft is not open, or the copy has other content; 403 if
   *     the copy was filed for another organization than that of the caller
   */
  EdxmlOutcome park(Submission sent) {
    Actor actor = sent.actor();
    EdxmlHeader header = sent.header();
    // Messages of keys that are bound to different organizations are distinct.
    String bound = actor.caller().organization();
    String key = (bound == null ? "" : bound) + " " + header.key();
    byte[] digest = digest(sent.message());
    Optional<ParkedLetter> same =
        Hql.of("select k from ParkedLetter k")
            .add("where k.draftId = ? and k.messageKey = ?", sent.draft().id(), key)
            .add("and k.status <> ?", ParkedStatus.DROPPED)
            .first(entities, ParkedLetter.class);
    if (same.isEmpty()) {
      drafts
          .share(sent.draft().id())
          .status
          .requireIntake(actor.caller(), sent.draft().number(), sent.reason());
      return parked(store(sent, key, digest));
    }
    if (!Arrays.equals(same.get().digest, digest)) {
      throw new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, header.number());
    }
    if (same.get().letterId == null) {
      return parked(same.get().id);
    }
    actor.caller().requireOrganization(organization(same.get().letterId));
    LetterView letter = letters.get(actor.caller(), same.get().letterId);
    return EdxmlOutcome.of(EdxmlOutcome.Kind.UNCHANGED, letter.also(header.warnings()));
  }

  private static EdxmlOutcome parked(UUID id) {
    return new EdxmlOutcome(EdxmlOutcome.Kind.PARKED, null, id, null);
  }

  /** The code of the organization of a letter. */
  private String organization(UUID letter) {
    return Hql.of("select o.code from Letter l join Organization o on o.id = l.organizationId")
        .add("where l.id = ?", letter)
        .first(entities, String.class)
        .orElseThrow();
  }

  private byte[] digest(Message message) {
    List<MessageFile> files = message.files().stream().map(MessageFile::of).toList();
    try {
      return Sha256.of(json.writeValueAsBytes(List.of(message.header(), files)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private UUID store(Submission sent, String key, byte[] digest) {
    ParkedLetter row = new ParkedLetter();
    row.id = UUID.randomUUID();
    row.planId = sent.draft().planId();
    row.draftId = sent.draft().id();
    row.messageKey = key;
    row.header = sent.header();
    row.digest = digest;
    row.status = ParkedStatus.WAITING;
    row.client = sent.actor().caller().client();
    row.receivedBy = sent.actor().caller().name();
    row.keyOrganization = sent.actor().caller().organization();
    row.receivedAt = sent.actor().at();
    for (IncomingFile file : sent.files()) {
      String type = file.type().mediaType();
      Upload upload = file.upload();
      row.files.add(
          new ParkedFile(UUID.randomUUID(), file.name(), type, upload.size(), upload.sha256()));
    }
    entities.persist(row);
    entities.flush();
    for (int i = 0; i < row.files.size(); i++) {
      try (InputStream in = Files.newInputStream(sent.files().get(i).upload().content())) {
        pieces.write(ParkedPiece::new, row.files.get(i).id(), in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return row.id;
  }

  /**
   * Processes the message for this organization. The time of receipt is that of the message, so
   * that the wait causes no delay. The history has the caller who decided and the client that sent
   * the message.
   *
   * @throws ProblemException 404 if there is none; 400 for an unknown organization; 409 if it is
   *     already settled in another way, or if another organization has the identifier
   */
  @Transactional
  EdxmlOutcome file(Actor actor, UUID id, ParkedLetterInput input) {
    Parked parked = reader.find(actor.caller(), id, LockModeType.PESSIMISTIC_WRITE);
    ParkedLetter found = parked.letter();
    if (found.status == ParkedStatus.FILED) {
      LetterView letter = letters.get(actor.caller(), found.letterId);
      if (letter.organization().equals(input.organization())) {
        return EdxmlOutcome.of(EdxmlOutcome.Kind.UNCHANGED, letter);
      }
    }
    if (found.status != ParkedStatus.WAITING) {
      throw settled(found);
    }
    if (known.id(input.organization()).isEmpty()) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    EdxmlHeader header = input.date() == null ? found.header : found.header.dated(input.date());
    EdxmlService.lock(source, parked.draft(), header);
    if (Boolean.TRUE.equals(input.remember()) && header.senderId() != null) {
      remember(header.senderId(), input.organization());
    }
    Message message = new Message(header, files(found));
    Actor sender = sender(actor, found);
    EdxmlOutcome outcome =
        filing.file(
            new Submission(sender, parked.draft(), message, input.reason(), false), input.organization());
    settle(actor, id, outcome.letter().id(), input.reason());
    return outcome;
  }

  private void remember(String eId, String organization) {
    String other = senders.organizations().find(eId, null).code();
    if (other != null && !other.equals(organization)) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, eId);
    }
    organizations.identify(organization, eId);
  }

  private static Actor sender(Actor actor, ParkedLetter found) {
    BusinessType type = found.header.businessType();
    boolean makes = type == BusinessType.NEW || type == BusinessType.REPLACED;
    Instant at = makes ? found.receivedAt : actor.at();
    return new Actor(actor.caller().withClient(found.client), at);
  }

  /** The files of a parked letter, like newly received ones. */
  private List<IncomingFile> files(ParkedLetter parked) {
    List<IncomingFile> files = new ArrayList<>();
    try {
      for (ParkedFile file : parked.files) {
        String at = "/files/" + files.size();
        Upload upload =
            uploads.unpack(
                file.fileName(),
                at,
                out -> pieces.read(ParkedPiece.class, file.id(), 0, file.size() - 1, out));
        files.add(IncomingFile.check(upload, at));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /**
   * Drops it with its files; its header is kept, with the reason.
   *
   * @throws ProblemException 404 if there is none, 409 if it was stored as a letter
   */
  @Transactional
  void drop(Actor actor, UUID id, String reason) {
    ParkedLetter found =
        reader.find(actor.caller(), id, LockModeType.PESSIMISTIC_WRITE).letter();
    if (found.status == ParkedStatus.FILED) {
      throw settled(found);
    }
    if (found.status == ParkedStatus.WAITING) {
      settle(actor, id, null, reason);
    }
  }

  private static ProblemException settled(ParkedLetter found) {
    return new ProblemException(ProblemCode.PARKED_LETTER_SETTLED, found.header.number());
  }

  /**
   * Settles the letter and deletes its files: they are attached to the stored letter, or not
   * needed.
   *
   * @param letter the stored letter; null = it was dropped
   */
  private void settle(Actor actor, UUID id, UUID letter, String reason) {
    // The intake of the letter may have cleared the session.
    ParkedLetter row = entities.find(ParkedLetter.class, id);
    row.status = letter == null ? ParkedStatus.DROPPED : ParkedStatus.FILED;
    row.letterId = letter;
    row.reason = reason;
    row.decidedAt = actor.at();
    row.decidedBy = actor.caller().name();
    row.version++;
    row.files.clear();
  }
}
