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
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.consultation.consultee.ConsulteeStore;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.letter.LetterCorrectionService;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterReader;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.consultation.letter.LetterWithFilesService;
import vn.sogopy.consultation.letter.LetterWithdrawalService;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlHeader.ResponseFor;
import vn.sogopy.interchange.edxml.EdxmlOutcome.Kind;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.attachment.AttachmentService;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Actor;

/**
 * Stores the message of a known organization by the services and rules of single requests. Requires
 * a transaction.
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
  @Inject ConsulteeStore consultees;
  @Inject JsonInput input;
  @Inject EntityManager entities;
  @Inject DraftRepository drafts;

  /**
   * @param organization code of the sender
   * @param inReplyTo number of the answered letter; null = none
   * @param reason for the intake into a closed draft; null = none
   * @param files the files to store
   */
  private record Case(
      Actor actor,
      DraftRef draft,
      String organization,
      EdxmlHeader header,
      String inReplyTo,
      String reason,
      List<IncomingFile> files,
      List<Warning> warnings) {}

  /**
   * @param organization code of the sender
   * @param reason for the intake into a closed draft; null = none
   * @param files whether they are stored; a dry run stores none
   */
  EdxmlOutcome file(
      Actor actor,
      DraftRef draft,
      String organization,
      EdxmlReader.Message message,
      String reason,
      boolean files) {
    EdxmlHeader header = message.header();
    if (header.needsDate()) {
      throw ProblemException.invalid(FieldError.pointer("/date", FieldCode.INVALID_DATE));
    }
    List<Warning> warnings = new ArrayList<>(header.warnings());
    Case sent =
        new Case(
            actor,
            draft,
            organization,
            header,
            answered(draft, organization, header, warnings),
            reason,
            files ? message.files() : List.of(),
            warnings);
    return switch (header.businessType()) {
      case NEW -> receive(sent, null);
      case REPLACED -> receive(sent, earlier(sent));
      case WITHDRAWN -> withdraw(sent, earlier(sent));
      case UPDATED -> update(sent, earlier(sent));
    };
  }

  /**
   * The number of the answered letter, in the spelling of the message: the first one that is a
   * request to the organization, else the first of all. null = it answers none.
   */
  private String answered(
      DraftRef draft, String organization, EdxmlHeader header, List<Warning> warnings) {
    if (header.responseFor().isEmpty()) {
      return null;
    }
    List<ResponseFor> named =
        header.responseFor().stream().filter(one -> one.code() != null).toList();
    List<RequestLetter> asked = consultees.requestLetters(draft, organization);
    Optional<ResponseFor> known =
        named.stream()
            .filter(one -> asked.stream().anyMatch(letter -> isSame(letter, one)))
            .findFirst();
    if (known.isEmpty()) {
      warnings.add(Warning.of("/inReplyTo", WarningCode.REQUEST_LETTER_UNKNOWN));
    }
    return known.or(() -> named.stream().findFirst()).map(ResponseFor::code).orElse(null);
  }

  /** Compares the number and, if both are known, the year. */
  private static boolean isSame(RequestLetter letter, ResponseFor answered) {
    boolean year =
        letter.date() == null
            || answered.date() == null
            || letter.date().getYear() == answered.date().getYear();
    return year && LetterNumber.key(letter.number()).equals(LetterNumber.key(answered.code()));
  }

  private EdxmlOutcome receive(Case sent, LetterView replaced) {
    LetterRequest request =
        input.validate(
            sent.header.letter(
                sent.organization,
                sent.inReplyTo,
                replaced == null ? null : replaced.id(),
                sent.reason));
    LetterIntakeService.Intake made =
        withFiles.receive(sender(sent), sent.draft, request, sent.files);
    Kind kind = replaced == null ? Kind.CREATED : Kind.REPLACED;
    return new EdxmlOutcome(
        made.created() ? kind : Kind.UNCHANGED, made.letter(), null, request, sent.warnings);
  }

  /**
   * A DocumentId is globally unique, an externalId only within one client. The same document is the
   * same letter, whatever key sends it.
   */
  private Actor sender(Case sent) {
    return Hql.of("select l.client from Letter l join Organization o on o.id = l.organizationId")
        .add(
            "where l.planId = ? and l.externalId = ?",
            sent.draft.planId(),
            sent.header.documentId())
        .add("and o.code = ? order by l.createdAt limit 1", sent.organization)
        .first(entities, String.class)
        .map(client -> new Actor(sent.actor.caller().withClient(client), sent.actor.at()))
        .orElse(sent.actor);
  }

  record Earlier(UUID id, String externalId, Instant withdrawnAt) {
    /** First the one with this DocumentId, then one not withdrawn, then the last withdrawn. */
    static Comparator<Earlier> likeliest(String externalId) {
      return Comparator.comparing((Earlier one) -> !Objects.equals(one.externalId, externalId))
          .thenComparing(Earlier::withdrawnAt, Comparator.nullsFirst(Comparator.reverseOrder()));
    }
  }

  /**
   * The earlier document of a message, by its DocumentId. Else by number and year within the
   * DocumentId, since the letter may have been received on paper.
   *
   * @throws ProblemException 400 if there is none of this organization in this draft
   */
  private LetterView earlier(Case sent) {
    EdxmlHeader header = sent.header;
    String id = header.earlierDocumentId();
    Optional<DocumentId> parts = DocumentId.parse(id);
    Hql query =
        Hql.of("select l.id, l.externalId, l.withdrawnAt")
            .add("from Letter l join Organization o on o.id = l.organizationId")
            .add("where l.draftId = ? and o.code = ?", sent.draft.id(), sent.organization)
            .add("and (l.externalId = ?", id);
    if (parts.isPresent()) {
      query.add(
          "or (l.numberKey = ? and year(l.date) = ?)",
          LetterNumber.key(parts.get().code()),
          parts.get().date().getYear());
    }
    // A repeated replacement must not find itself.
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
    return letters.get(sent.actor.caller(), found);
  }

  /**
   * The organization itself may withdraw while the draft is OPEN and no work on the letter has
   * begun.
   */
  private EdxmlOutcome withdraw(Case sent, LetterView earlier) {
    if (earlier.withdrawnAt() != null && earlier.replacedBy() == null) {
      return about(Kind.UNCHANGED, earlier, List.of());
    }
    if (sent.actor.caller().isSubmitter()) {
      drafts
          .share(sent.draft.id())
          .status
          .requireIntake(sent.actor.caller(), sent.draft.number(), sent.reason);
      if (comments.state(earlier.id()).begun() > 0) {
        throw new ProblemException(ProblemCode.LETTER_IN_WORK);
      }
    }
    String why =
        sent.header.businessReason() == null
            ? "Cơ quan gửi thu hồi văn bản qua trục liên thông"
            : sent.header.businessReason();
    return about(
        Kind.WITHDRAWN,
        withdrawals.withdraw(sent.actor, earlier.id(), new ReasonInput(why), IfMatch.any()),
        List.of());
  }

  /** Fields that the message omits stay unchanged; its files are added. */
  private EdxmlOutcome update(Case sent, LetterView earlier) {
    EdxmlHeader header = sent.header;
    if (earlier.withdrawnAt() != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, earlier.number());
    }
    if (header.classified() && !earlier.classified()) {
      throw ProblemException.invalid(FieldError.pointer("/MessageHeader", FieldCode.CLASSIFIED));
    }
    Map<String, Object> changes = new LinkedHashMap<>();
    changes.put("number", header.number());
    changes.put("date", header.date());
    changes.put("signer", header.signer());
    changes.put("subject", earlier.classified() ? null : header.subject());
    changes.put("inReplyTo", sent.inReplyTo);
    changes.put("reason", sent.reason == null ? header.businessReason() : sent.reason);
    changes.values().removeIf(Objects::isNull);
    LetterView after =
        corrections.patch(sent.actor, earlier.id(), input.patch(changes), IfMatch.any());
    boolean more = false;
    for (IncomingFile file : sent.files) {
      if (attachments.held(earlier.id(), List.of(file)) != AttachmentService.Held.ALL) {
        attachments.attach(sent.actor, earlier.id(), file);
        more = true;
      }
    }
    boolean changed = more || after.version() != earlier.version();
    return about(changed ? Kind.UPDATED : Kind.UNCHANGED, after, sent.warnings);
  }

  private static EdxmlOutcome about(Kind kind, LetterView letter, List<Warning> warnings) {
    return new EdxmlOutcome(kind, letter, null, null, warnings);
  }
}
