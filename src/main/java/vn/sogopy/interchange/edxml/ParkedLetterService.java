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
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Uploads;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Settles parked letters: names their body, or drops them. */
@ApplicationScoped
public class ParkedLetterService {
  @Inject EdxmlFiling filing;
  @Inject ParkedLetters parked;
  @Inject SenderFinder senders;
  @Inject OrganizationService organizations;
  @Inject LetterReader letters;
  @Inject Uploads uploads;
  @Inject OrganizationRepository known;
  @Inject DataSource source;

  /**
   * Does what the message says, as its body's. A letter is filed as of the moment the message came:
   * that it waited here makes nobody late. In its history stand who named the body and the system
   * that sent it.
   *
   * @throws ProblemException 404 if there is none; 400 for an unknown organization; 409 for one
   *     that was settled otherwise, and for an identifier that another body has
   */
  @Transactional
  EdxmlOutcome file(Actor actor, UUID id, ParkedLetterInput input) {
    ParkedLetters.Parked found = find(actor, id);
    if (found.status() == ParkedStatus.FILED) {
      LetterView letter = letters.get(actor.caller(), found.letter());
      if (letter.organization().equals(input.organization())) {
        return new EdxmlOutcome(EdxmlOutcome.Kind.UNCHANGED, letter, null, null, List.of());
      }
    }
    if (found.status() != ParkedStatus.WAITING) {
      throw settled(found);
    }
    if (known.id(input.organization()).isEmpty()) {
      throw ProblemException.invalid(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    EdxmlHeader header = input.date() == null ? found.header() : found.header().dated(input.date());
    Sql.lockName(source, "edxml " + found.draft().planId() + " " + header.documentId());
    if (Boolean.TRUE.equals(input.remember()) && header.senderId() != null) {
      remember(header.senderId(), input.organization());
    }
    try (Form form = uploads.newForm()) {
      EdxmlMessage message = new EdxmlMessage(header, parked.files(id, form));
      EdxmlOutcome outcome =
          filing.file(
              sender(actor, found),
              found.draft(),
              input.organization(),
              message,
              input.reason(),
              true);
      parked.filed(actor, id, outcome.letter().id(), input.reason());
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

  private static Actor sender(Actor actor, ParkedLetters.Parked found) {
    Caller caller = actor.caller();
    BusinessType type = found.header().businessType();
    boolean makes = type == BusinessType.NEW || type == BusinessType.REPLACED;
    Instant at = makes ? found.receivedAt() : actor.at();
    return new Actor(caller.withClient(found.client()), at);
  }

  /**
   * Drops it with its files; its header stays, with the reason.
   *
   * @throws ProblemException 404 if there is none, 409 if it was filed
   */
  @Transactional
  void drop(Actor actor, UUID id, String reason) {
    ParkedLetters.Parked found = find(actor, id);
    if (found.status() == ParkedStatus.FILED) {
      throw settled(found);
    }
    if (found.status() == ParkedStatus.WAITING) {
      parked.dropped(actor, id, reason);
    }
  }

  private ParkedLetters.Parked find(Actor actor, UUID id) {
    return parked.lock(actor.caller(), id).orElseThrow(ProblemException::notFound);
  }

  private static ProblemException settled(ParkedLetters.Parked found) {
    return new ProblemException(ProblemCode.PARKED_LETTER_SETTLED, found.header().number());
  }
}
