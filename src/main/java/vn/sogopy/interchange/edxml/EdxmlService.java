package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.lookup.LookupUnlessProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.EdxmlFiling.Submission;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedFile;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedPiece;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.interchange.edxml.ParkedLetterReader.Parked;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.interchange.edxml.ParkedLetterResource.ParkedLetterInput;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;

/**
 * Accepts official letters between agencies: one message, one transaction. What its sender cannot
 * change parks a message: an unknown sender or date, a draft that is not open, a document that
 * never came, a letter that was entered before or is in work. The coordinator files or drops it.
 */
@ApplicationScoped
@LookupUnlessProperty(name = EdxmlService.ENABLED, stringValue = "false", lookupIfMissing = true)
public class EdxmlService {
  /** The value false disables edXML. */
  public static final String ENABLED = "sogopy.edxml.enabled";

  @Inject EdxmlFiling filing;
  @Inject LetterFinder finder;
  @Inject ParkedLetterReader reader;
  @Inject SenderFinder senders;
  @Inject OrganizationService organizations;
  @Inject OrganizationRepository known;
  @Inject LetterReader letters;
  @Inject Uploads uploads;
  @Inject Pieces pieces;
  @Inject ObjectMapper json;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * Processes the message, or parks it if its organization, date or earlier document is unknown,
   * the draft does not accept it or there is an {@link EdxmlFiling#obstacle}. A SUBMITTER sends for
   * its own organization only. A message with an unknown identifier is parked, also one of a
   * SUBMITTER.
   *
   * @throws ProblemException as for single letters; 403 for a SUBMITTER that sends the message of
   *     another organization, also if that was assigned while the message was parked
   */
  @Transactional
  public EdxmlOutcome receive(Submission sent) {
    EdxmlHeader header = sent.header();
    lock(sent.draft(), header);
    String sender = senders.organizations().find(header.senderId(), header.senderName()).code();
    if (sender != null) {
      sent.actor().caller().requireOrganization(sender);
    }
    if (sender == null || header.needsDate() || !finder.knowsEarlier(sent, sender)) {
      return park(sent, null);
    }
    boolean accepted = filing.isAccepted(sent, sender);
    WarningCode obstacle = filing.obstacle(sent, sender).orElse(null);
    return accepted && obstacle == null ? filing.file(sent, sender) : park(sent, obstacle);
  }

  /** The outcome that {@link #receive} would have: the transaction is rolled back. */
  @Transactional
  public EdxmlOutcome.Preview preview(Submission sent) {
    EdxmlOutcome outcome = receive(sent);
    ParkedLetterView shown =
        outcome.parked() == null ? null : reader.get(sent.actor().caller(), outcome.parked());
    QuarkusTransaction.setRollbackOnly();
    return outcome.preview(shown, sent.message());
  }

  /** Of two concurrent messages with the same document, the second waits and finds the first. */
  private void lock(DraftRef draft, EdxmlHeader header) {
    Sql.lockName(source, "edxml " + draft.planId() + " " + header.documentId());
  }

  /**
   * Parks a message, or finds its previous copy that was not dropped. Two updates of a letter are
   * two messages.
   *
   * @param obstacle null = none
   * @throws ProblemException 409 if the copy has other content; 403 if it was filed for another
   *     organization than that of the caller
   */
  private EdxmlOutcome park(Submission sent, WarningCode obstacle) {
    Actor actor = sent.actor();
    EdxmlHeader header = sent.header();
    // Messages of keys that are bound to different organizations are distinct.
    String bound = actor.caller().organization();
    byte[] digest = digest(sent.message());
    String content = header.makesLetter() ? "" : " " + HexFormat.of().formatHex(digest);
    String key = (bound == null ? "" : bound) + " " + header.key() + content;
    Optional<ParkedLetter> same =
        Hql.of("select k from ParkedLetter k")
            .add("where k.draftId = ? and k.messageKey = ?", sent.draft().id(), key)
            .add("and k.status <> ?", ParkedStatus.DROPPED)
            .first(entities, ParkedLetter.class);
    if (same.isEmpty()) {
      return parked(store(sent, key, digest, obstacle));
    }
    if (!Arrays.equals(same.get().digest, digest)) {
      throw new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, header.number());
    }
    if (same.get().letterId == null) {
      return parked(same.get().id);
    }
    // A SUBMITTER does not see a letter of another organization.
    return letters.known(actor.caller(), List.of(same.get().letterId)).stream()
        .map(one -> EdxmlOutcome.of(EdxmlOutcome.Kind.UNCHANGED, one.also(header.warnings())))
        .findFirst()
        .orElseThrow(() -> new ProblemException(ProblemCode.FORBIDDEN));
  }

  private static EdxmlOutcome parked(UUID id) {
    return new EdxmlOutcome(EdxmlOutcome.Kind.PARKED, null, id, null);
  }

  private byte[] digest(Message message) {
    List<String> files =
        message.files().stream().map(file -> file.upload().hash() + " " + file.name()).toList();
    return Sha256.of(JsonInput.bytes(json, List.of(message.header(), files)));
  }

  private UUID store(Submission sent, String key, byte[] digest, WarningCode obstacle) {
    ParkedLetter row = new ParkedLetter();
    row.id = UUID.randomUUID();
    row.planId = sent.draft().planId();
    row.draftId = sent.draft().id();
    row.messageKey = key;
    row.header = sent.header();
    row.digest = digest;
    row.obstacle = obstacle;
    row.status = ParkedStatus.WAITING;
    row.client = sent.actor().caller().client();
    row.receivedBy = sent.actor().caller().name();
    row.keyOrganization = sent.actor().caller().organization();
    row.receivedAt = sent.actor().at();
    for (IncomingFile file : sent.files()) {
      Upload upload = file.upload();
      row.files.add(
          new ParkedFile(
              UUID.randomUUID(),
              file.name(),
              file.mediaType(),
              file.risk(),
              upload.size(),
              upload.sha256()));
    }
    entities.persist(row);
    entities.flush();
    for (int i = 0; i < row.files.size(); i++) {
      IncomingFile file = sent.files().get(i);
      if (!file.isProgram()) {
        pieces.write(ParkedPiece::new, row.files.get(i).id(), file.upload().content());
      }
    }
    return row.id;
  }

  /**
   * Processes the message for this organization. The time of receipt of a new letter is that of the
   * message, so that the wait causes no delay. If the letter is on file under its number, the files
   * are added to it. The history has the caller who decided and the client that sent the message.
   *
   * @throws ProblemException 404 if there is none; 400 for an unknown organization; 409 if it is
   *     already settled in another way, or if another organization has the identifier
   */
  @Transactional
  public EdxmlOutcome file(Actor actor, UUID id, ParkedLetterInput input) {
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
    lock(parked.draft(), header);
    if (Boolean.TRUE.equals(input.remember()) && header.senderId() != null) {
      remember(header.senderId(), input.organization());
    }
    Actor sender = new Actor(actor.caller().withClient(found.client), actor.at());
    Message message = new Message(header, files(found));
    EdxmlOutcome outcome =
        file(
            new Submission(sender, parked.draft(), message, input.reason(), false),
            input.organization(),
            found.receivedAt);
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

  private EdxmlOutcome file(Submission sent, String organization, Instant receivedAt) {
    if (!sent.header().makesLetter() || sent.header().needsDate()) {
      return filing.file(sent, organization);
    }
    return finder
        .sameNumber(sent, organization)
        .map(existing -> filing.add(sent, organization, existing))
        .orElseGet(() -> filing.file(sent.at(receivedAt), organization));
  }

  /** The files of a parked letter, like newly received ones. */
  private List<IncomingFile> files(ParkedLetter parked) {
    List<IncomingFile> files = new ArrayList<>();
    try {
      for (ParkedFile file : parked.files) {
        Upload upload =
            file.isProgram()
                ? new Upload(file.fileName(), null, null, file.size(), file.sha256(), null)
                : uploads.unpack(
                    file.fileName(),
                    "/files/" + files.size(),
                    out -> pieces.read(ParkedPiece.class, file.id(), 0, file.size() - 1, out));
        files.add(new IncomingFile(file.fileName(), file.mediaType(), file.fileRisk(), upload));
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
  public void drop(Actor actor, UUID id, String reason) {
    ParkedLetter found = reader.find(actor.caller(), id, LockModeType.PESSIMISTIC_WRITE).letter();
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
