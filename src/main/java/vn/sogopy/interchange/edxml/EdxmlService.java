package vn.sogopy.interchange.edxml;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
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
  @Inject ParkedLetterService parked;
  @Inject ParkedLetterReader parkedLetters;
  @Inject DataSource source;

  /**
   * A message to a draft.
   *
   * @param reason for the intake into a closed draft; null = none
   * @param dryRun whether its files are not stored
   */
  record Submission(Actor actor, DraftRef draft, Message message, String reason, boolean dryRun) {
    EdxmlHeader header() {
      return message.header();
    }

    /** The files to store. */
    List<IncomingFile> files() {
      return dryRun ? List.of() : message.files();
    }
  }

  /**
   * Processes the message, or parks it if its organization or date is unknown. A SUBMITTER sends
   * for its own organization only. A message with an unknown identifier is parked, also one of a
   * SUBMITTER.
   *
   * @throws ProblemException as for single letters; 403 for a SUBMITTER that sends the message of
   *     another organization, also if that was assigned while the message was parked
   */
  @Transactional
  EdxmlOutcome receive(Submission sent) {
    EdxmlHeader header = sent.header();
    lock(source, sent.draft(), header);
    String sender = senders.organizations().find(header.senderId(), header.senderName()).code();
    if (sender != null) {
      sent.actor().caller().requireOrganization(sender);
    }
    return sender == null || header.needsDate() ? parked.park(sent) : filing.file(sent, sender);
  }

  /** The outcome that {@link #receive} would have: the transaction is rolled back. */
  @Transactional
  EdxmlOutcome.Preview preview(Submission sent, Locale locale) {
    EdxmlOutcome outcome = receive(sent);
    ParkedLetterView shown =
        outcome.parked() == null
            ? null
            : parkedLetters.get(sent.actor().caller(), outcome.parked(), locale);
    QuarkusTransaction.setRollbackOnly();
    return outcome.preview(shown, sent.message(), locale);
  }

  /** Of two concurrent messages with the same document, the second waits and finds the first. */
  static void lock(DataSource source, DraftRef draft, EdxmlHeader header) {
    Sql.lockName(source, "edxml " + draft.planId() + " " + header.documentId());
  }
}
