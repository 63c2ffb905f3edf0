package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.ParkedLetter.ParkedStatus;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Stores parked letters of an organization, or drops them. */
@ApplicationScoped
public class ParkedLetterService {
  @Inject EdxmlFiling filing;
  @Inject ParkedLetters parked;
  @Inject ParkedLetterRepository rows;
  @Inject SenderFinder senders;
  @Inject OrganizationService organizations;
  @Inject LetterReader letters;
  @Inject OrganizationRepository known;
  @Inject DataSource source;

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
    DraftRef draft = draft(actor, id);
    ParkedLetter found = rows.lock(id);
    if (found.status == ParkedStatus.FILED) {
      LetterView letter = letters.get(actor.caller(), found.letterId);
      if (letter.organization().equals(input.organization())) {
        return new EdxmlOutcome(EdxmlOutcome.Kind.UNCHANGED, letter, null, null, List.of());
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
    Sql.lockName(source, "edxml " + draft.planId() + " " + header.documentId());
    if (Boolean.TRUE.equals(input.remember()) && header.senderId() != null) {
      remember(header.senderId(), input.organization());
    }
    try (Form form = new Form()) {
      EdxmlReader.Message message = new EdxmlReader.Message(header, parked.files(id, form));
      EdxmlOutcome outcome =
          filing.file(
              sender(actor, found), draft, input.organization(), message, input.reason(), true);
      parked.settle(actor, id, outcome.letter().id(), input.reason());
      return outcome;
    }
  }

  private void remember(String eId, String organization) {
    String other = senders.find(eId, null).code();
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

  /**
   * Drops it with its files; its header is kept, with the reason.
   *
   * @throws ProblemException 404 if there is none, 409 if it was stored as a letter
   */
  @Transactional
  void drop(Actor actor, UUID id, String reason) {
    draft(actor, id);
    ParkedLetter found = rows.lock(id);
    if (found.status == ParkedStatus.FILED) {
      throw settled(found);
    }
    if (found.status == ParkedStatus.WAITING) {
      parked.settle(actor, id, null, reason);
    }
  }

  private DraftRef draft(Actor actor, UUID id) {
    return rows.draft(actor.caller(), id).orElseThrow(ProblemException::notFound);
  }

  private static ProblemException settled(ParkedLetter found) {
    return new ProblemException(ProblemCode.PARKED_LETTER_SETTLED, found.header.number());
  }
}
