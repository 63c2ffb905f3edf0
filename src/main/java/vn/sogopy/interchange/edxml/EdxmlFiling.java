package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.intake.DraftGate;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.comment.workflow.ReasonInput;
import vn.sogopy.consultation.letter.LetterCorrectionService;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.consultation.letter.LetterWithFilesService;
import vn.sogopy.consultation.letter.LetterWithdrawalService;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.attachment.AttachmentService;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * Does what a message of a known body says, by the same services and rules as single requests. To
 * be called within a transaction.
 */
@ApplicationScoped
class EdxmlFiling {
  private static final String EARLIER = "/TraceHeaderList/Bussiness/DocumentId";

  @Inject LetterIntakeService intake;
  @Inject LetterWithFilesService withFiles;
  @Inject LetterWithdrawalService withdrawals;
  @Inject LetterCorrectionService corrections;
  @Inject LetterReader letters;
  @Inject LetterComments comments;
  @Inject AttachmentService attachments;
  @Inject RequestLetters requests;
  @Inject JsonInput input;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * @param organization code of the body it comes from
   * @param reason why it is taken after the draft closed; null = none
   * @param files whether they are stored; a dry run stores none
   */
  EdxmlOutcome file(
      Actor actor,
      DraftRef draft,
      String organization,
      EdxmlMessage message,
      String reason,
      boolean files) {
    EdxmlHeader header = message.header();
    if (header.needsDate()) {
      throw ProblemException.invalid(FieldError.pointer("/date", FieldCode.INVALID_DATE));
    }
    List<IncomingFile> kept = files ? message.files() : List.of();
    List<Warning> warnings = new ArrayList<>(header.warnings());
    String inReplyTo = requests.answered(draft, organization, header, warnings);
    return switch (header.businessType()) {
      case NEW ->
          receive(actor, draft, organization, message, inReplyTo, null, reason, kept, warnings);
      case REPLACED ->
          receive(
              actor,
              draft,
              organization,
              message,
              inReplyTo,
              earlier(actor, draft, organization, header),
              reason,
              kept,
              warnings);
      case WITHDRAWN ->
          withdraw(actor, draft, earlier(actor, draft, organization, header), header, reason);
      case UPDATED ->
          update(
              actor,
              earlier(actor, draft, organization, header),
              header,
              inReplyTo,
              reason,
              kept,
              warnings);
    };
  }

  private EdxmlOutcome receive(
      Actor actor,
      DraftRef draft,
      String organization,
      EdxmlMessage message,
      String inReplyTo,
      LetterView replaced,
      String reason,
      List<IncomingFile> files,
      List<Warning> warnings) {
    EdxmlHeader header = message.header();
    LetterRequest request =
        input.validate(
            header.letter(
                organization, inReplyTo, replaced == null ? null : replaced.id(), reason));
    LetterIntakeService.Intake made =
        withFiles.receive(
            sender(actor, draft, organization, header.documentId()), draft, request, files);
    EdxmlOutcome.Kind kind =
        replaced == null ? EdxmlOutcome.Kind.CREATED : EdxmlOutcome.Kind.REPLACED;
    return new EdxmlOutcome(
        made.created() ? kind : EdxmlOutcome.Kind.UNCHANGED,
        made.letter(),
        null,
        request,
        warnings);
  }

  /**
   * A DocumentId is one among all systems, an externalId only within one client: whoever brings the
   * same document again, under whatever key, brings the same letter.
   */
  private Actor sender(Actor actor, DraftRef draft, String organization, String documentId) {
    Caller caller = actor.caller();
    return Hql.of("select l.client from Letter l join Organization o on o.id = l.organizationId")
        .add("where l.planId = ? and l.externalId = ?", draft.planId(), documentId)
        .add("and o.code = ? order by l.createdAt limit 1", organization)
        .first(entities, String.class)
        .map(client -> new Actor(caller.withClient(client), actor.at()))
        .orElse(actor);
  }

  record Earlier(UUID id, String externalId, Instant withdrawnAt) {
    /** The one of this DocumentId, one that stands, the one that was withdrawn last. */
    static Comparator<Earlier> likeliest(String externalId) {
      return Comparator.comparing((Earlier one) -> !Objects.equals(one.externalId, externalId))
          .thenComparing(Earlier::withdrawnAt, Comparator.nullsFirst(Comparator.reverseOrder()));
    }
  }

  /**
   * The earlier document that a message means, by its DocumentId, else by the number and year in
   * that: it may have come on paper.
   *
   * @throws ProblemException 400 if there is none of this body in this draft
   */
  private LetterView earlier(Actor actor, DraftRef draft, String organization, EdxmlHeader header) {
    String id = header.earlierDocumentId();
    Optional<DocumentId> parts = DocumentId.parse(id);
    Hql query =
        Hql.of("select l.id, l.externalId, l.withdrawnAt")
            .add("from Letter l join Organization o on o.id = l.organizationId")
            .add("where l.draftId = ? and o.code = ?", draft.id(), organization)
            .add("and (l.externalId = ?", id);
    if (parts.isPresent()) {
      query.add(
          "or (l.numberKey = ? and year(l.date) = ?)",
          LetterNumber.key(parts.get().code()),
          parts.get().date().getYear());
    }
    // Sent again, it stands there itself, perhaps under the number of the one it replaced.
    boolean replaces =
        header.businessType() == BusinessType.REPLACED && !header.documentId().equals(id);
    UUID found =
        query.add(")").list(entities, Earlier.class).stream()
            .filter(one -> !replaces || !header.documentId().equals(one.externalId()))
            .min(Earlier.likeliest(id))
            .map(Earlier::id)
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        FieldError.pointer(EARLIER, FieldCode.UNKNOWN_LETTER, id)));
    return letters.get(actor.caller(), found);
  }

  /** A body itself may while the draft is OPEN and nobody has worked on the letter. */
  private EdxmlOutcome withdraw(
      Actor actor, DraftRef draft, LetterView earlier, EdxmlHeader header, String reason) {
    if (earlier.withdrawnAt() != null && earlier.replacedBy() == null) {
      return new EdxmlOutcome(EdxmlOutcome.Kind.UNCHANGED, earlier, null, null, List.of());
    }
    if (actor.caller().isSubmitter()) {
      DraftGate.requireIntake(
          actor.caller(), DraftGate.hold(source, draft.id()), draft.number(), reason);
      if (comments.state(earlier.id()).begun() > 0) {
        throw new ProblemException(ProblemCode.LETTER_IN_WORK);
      }
    }
    String why =
        header.businessReason() == null
            ? "Cơ quan gửi thu hồi văn bản qua trục liên thông"
            : header.businessReason();
    LetterView gone =
        withdrawals.withdraw(actor, earlier.id(), new ReasonInput(why), IfMatch.any());
    return new EdxmlOutcome(EdxmlOutcome.Kind.WITHDRAWN, gone, null, null, List.of());
  }

  /** What the message does not say stays; its files come to those that are there. */
  private EdxmlOutcome update(
      Actor actor,
      LetterView earlier,
      EdxmlHeader header,
      String inReplyTo,
      String reason,
      List<IncomingFile> files,
      List<Warning> warnings) {
    if (earlier.withdrawnAt() != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, earlier.number());
    }
    if (header.classified() && !earlier.classified()) {
      throw ProblemException.invalid(FieldError.pointer("/MessageHeader", FieldCode.CLASSIFIED));
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("number", header.number());
    changes.put("date", header.date());
    put(changes, "signer", header.signer());
    put(changes, "subject", earlier.classified() ? null : header.subject());
    put(changes, "inReplyTo", inReplyTo);
    put(changes, "reason", reason == null ? header.businessReason() : reason);
    LetterView after = corrections.patch(actor, earlier.id(), input.patch(changes), IfMatch.any());
    boolean more = false;
    for (IncomingFile file : files) {
      if (attachments.held(earlier.id(), List.of(file)) != AttachmentService.Held.ALL) {
        attachments.attach(actor, earlier.id(), file);
        more = true;
      }
    }
    boolean changed = more || after.version() != earlier.version();
    return new EdxmlOutcome(
        changed ? EdxmlOutcome.Kind.UPDATED : EdxmlOutcome.Kind.UNCHANGED,
        after,
        null,
        null,
        warnings);
  }

  private static void put(Map<String, Object> changes, String name, Object value) {
    if (value != null) {
      changes.put(name, value);
    }
  }
}
