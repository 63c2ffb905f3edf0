package vn.sogopy.interchange.edxml;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;

/** Accepts official letters between agencies: one message, one transaction. */
@ApplicationScoped
public class EdxmlService {
  /** The value false disables edXML. */
  static final String ENABLED = "sogopy.edxml.enabled";

  @Inject EdxmlFiling filing;
  @Inject SenderFinder senders;
  @Inject ParkedLetters parked;
  @Inject ParkedLetterReader parkedReader;
  @Inject ParkedLetterRepository parkedLetters;
  @Inject LetterReader letters;
  @Inject DraftRepository drafts;
  @Inject DataSource source;

  /**
   * Processes the message, or parks it if its organization or date is unknown. A SUBMITTER sends
   * for its own organization only. A message with an unknown identifier is parked, also one of a
   * SUBMITTER.
   *
   * @param reason for the intake into a closed draft; null = none
   * @throws ProblemException as for single letters; 403 for a SUBMITTER that sends the message of
   *     another organization, also if that was assigned while the message was parked
   */
  @Transactional
  EdxmlOutcome receive(Actor actor, DraftRef draft, EdxmlReader.Message message, String reason) {
    return receive(actor, draft, message, reason, true);
  }

  /** The result that {@link #receive} would have: the transaction is rolled back. */
  @Transactional
  EdxmlPreview preview(
      Actor actor, DraftRef draft, EdxmlReader.Message message, String reason, Locale locale) {
    EdxmlOutcome outcome = receive(actor, draft, message, reason, false);
    QuarkusTransaction.setRollbackOnly();
    return outcome.preview(locale, message);
  }

  private EdxmlOutcome receive(
      Actor actor, DraftRef draft, EdxmlReader.Message message, String reason, boolean files) {
    EdxmlHeader header = message.header();
    // Of two concurrent messages with the same document, the second waits here and finds the first.
    Sql.lockName(source, "edxml " + draft.planId() + " " + header.documentId());
    SenderFinder.Sender sender = senders.find(header.senderId(), header.senderName());
    if (sender.code() == null) {
      return park(actor, draft, message, reason, files);
    }
    actor.caller().requireOrganization(sender.code());
    if (header.needsDate()) {
      return park(actor, draft, message, reason, files);
    }
    return filing.file(actor, draft, sender.code(), message, reason, files);
  }

  private EdxmlOutcome park(
      Actor actor, DraftRef draft, EdxmlReader.Message message, String reason, boolean files) {
    EdxmlHeader header = message.header();
    Optional<ParkedLetter> same = parked.same(actor, draft, header);
    if (same.isPresent() && !Arrays.equals(same.get().digest, parked.digest(message))) {
      throw new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, header.number());
    }
    if (same.isPresent() && same.get().letterId != null) {
      actor.caller().requireOrganization(parkedLetters.organization(same.get().letterId));
      return new EdxmlOutcome(
          EdxmlOutcome.Kind.UNCHANGED,
          letters.get(actor.caller(), same.get().letterId),
          null,
          null,
          header.warnings());
    }
    if (same.isEmpty()) {
      drafts.share(draft.id()).status.requireIntake(actor.caller(), draft.number(), reason);
    }
    UUID id = same.map(row -> row.id).orElseGet(() -> parked.park(actor, draft, message, files));
    return new EdxmlOutcome(
        EdxmlOutcome.Kind.PARKED, null, parkedReader.get(actor.caller(), id), null, List.of());
  }
}
