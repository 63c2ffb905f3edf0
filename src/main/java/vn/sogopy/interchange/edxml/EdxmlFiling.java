package vn.sogopy.interchange.edxml;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
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
import vn.sogopy.consultation.letter.LetterWithdrawalService;
import vn.sogopy.interchange.edxml.EdxmlHeader.BusinessType;
import vn.sogopy.interchange.edxml.EdxmlHeader.ResponseFor;
import vn.sogopy.interchange.edxml.EdxmlOutcome.Kind;
import vn.sogopy.interchange.edxml.EdxmlReader.Message;
import vn.sogopy.letter.Channel;
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
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/**
 * Stores the message of a known organization by the services and rules of single requests. Requires
 * a transaction.
 */
@ApplicationScoped
public class EdxmlFiling {
  @Inject LetterFinder finder;
  @Inject LetterIntakeService intake;
  @Inject LetterWithdrawalService withdrawals;
  @Inject LetterCorrectionService corrections;
  @Inject LetterReader letters;
  @Inject LetterComments comments;
  @Inject AttachmentService attachments;
  @Inject ConsulteeStore consultees;
  @Inject JsonInput input;
  @Inject ObjectMapper json;
  @Inject DraftRepository drafts;

  /**
   * A message to a draft.
   *
   * @param reason for the intake into a closed draft; null = none
   * @param dryRun whether its files are not stored
   */
  public record Submission(
      Actor actor, DraftRef draft, Message message, String reason, boolean dryRun) {
    EdxmlHeader header() {
      return message.header();
    }

    /** The same message, as of another time. */
    Submission at(Instant time) {
      return new Submission(new Actor(actor.caller(), time), draft, message, reason, dryRun);
    }

    /** The files to store. */
    List<IncomingFile> files() {
      return dryRun ? List.of() : message.files();
    }
  }

  /**
   * @param organization code of the sender
   */
  EdxmlOutcome file(Submission sent, String organization) {
    if (sent.header().needsDate()) {
      throw ProblemException.invalid(FieldError.pointer("/date", FieldCode.INVALID_DATE));
    }
    return switch (sent.header().businessType()) {
      case NEW -> receive(sent, organization, null);
      case REPLACED -> receive(sent, organization, finder.replaced(sent, organization));
      case WITHDRAWN -> withdraw(sent, finder.earlier(sent, organization));
      case UPDATED -> update(sent, organization, finder.earlier(sent, organization));
    };
  }

  /**
   * Why the coordinator must decide on the message, although its sender and its earlier document
   * are known; empty if nothing prevents it. A coordinator may change a letter that is in work.
   */
  Optional<WarningCode> obstacle(Submission sent, String organization) {
    EdxmlHeader header = sent.header();
    BusinessType type = header.businessType();
    if (header.makesLetter() && finder.onFile(sent, organization).isPresent()) {
      return Optional.empty();
    }
    if (type != BusinessType.WITHDRAWN && finder.sameNumber(sent, organization).isPresent()) {
      return Optional.of(
          header.makesLetter() ? WarningCode.LETTER_EXISTS : WarningCode.LETTER_NUMBER_USED);
    }
    if (type == BusinessType.NEW) {
      return Optional.empty();
    }
    LetterView earlier = finder.earlier(sent, organization);
    if (earlier.withdrawnAt() != null) {
      return type == BusinessType.WITHDRAWN
          ? Optional.empty()
          : Optional.of(WarningCode.EARLIER_WITHDRAWN);
    }
    boolean bound = !header.makesLetter() && sent.actor().caller().isSubmitter();
    return bound && comments.state(earlier.id()).begun() > 0
        ? Optional.of(WarningCode.LETTER_IN_WORK)
        : Optional.empty();
  }

  /**
   * Whether the draft accepts the message now. One that repeats what is on file changes nothing and
   * is always accepted, and so is a withdrawal by the coordinator.
   */
  boolean isAccepted(Submission sent, String organization) {
    Caller caller = sent.actor().caller();
    BusinessType type = sent.header().businessType();
    boolean explained = sent.reason() != null || type != BusinessType.UPDATED;
    String reason = explained ? sent.reason() : sent.header().businessReason();
    if (drafts.share(sent.draft().id()).status.accepts(caller, reason)) {
      return true;
    }
    return switch (type) {
      case NEW, REPLACED -> finder.onFile(sent, organization).isPresent();
      case WITHDRAWN ->
          caller.isCoordinator() || finder.earlier(sent, organization).withdrawnAt() != null;
      case UPDATED -> false;
    };
  }

  /**
   * The number of the answered letter, in the spelling of the message: the first one that is a
   * request to the organization, else the first of all. null = it answers none.
   *
   * @param warnings receives one if it answers letters and no request
   */
  private String answered(Submission sent, String organization, List<Warning> warnings) {
    if (sent.header().responseFor().isEmpty()) {
      return null;
    }
    List<ResponseFor> named =
        sent.header().responseFor().stream().filter(one -> one.code() != null).toList();
    List<RequestLetter> requests = consultees.requestLetters(sent.draft(), organization);
    Optional<ResponseFor> known =
        named.stream()
            .filter(one -> requests.stream().anyMatch(letter -> isSame(letter, one)))
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

  /**
   * The fields of the letter, as far as the message has them; null = it has none. Only the
   * attachments contain the position on the draft, so it is unknown.
   */
  private static Map<String, Object> letter(Submission sent, String inReplyTo) {
    EdxmlHeader header = sent.header();
    Map<String, Object> letter = new LinkedHashMap<>();
    letter.put("number", header.number());
    letter.put("date", header.date());
    letter.put("signer", header.signer());
    letter.put("subject", header.subject());
    letter.put("inReplyTo", inReplyTo);
    letter.put("reason", sent.reason());
    return letter;
  }

  private EdxmlOutcome receive(Submission sent, String organization, UUID replaced) {
    EdxmlHeader header = sent.header();
    List<Warning> warnings = header.warnings();
    Map<String, Object> letter = letter(sent, answered(sent, organization, warnings));
    letter.put("organization", organization);
    letter.put("channel", Channel.EDOC);
    letter.put("replaces", replaced);
    letter.put("classified", header.classified());
    letter.put("externalId", header.documentId());
    LetterRequest request = input.convert(json.valueToTree(letter), LetterRequest.class);
    LetterIntakeService.Intake made =
        intake.receive(sender(sent, organization), sent.draft(), request, sent.files());
    Kind kind = replaced == null ? Kind.CREATED : Kind.REPLACED;
    return new EdxmlOutcome(
        made.created() ? kind : Kind.UNCHANGED, made.letter().also(warnings), null, request);
  }

  /**
   * A DocumentId is globally unique, an externalId only within one client. The same document is the
   * same letter, whatever key sends it.
   */
  private Actor sender(Submission sent, String organization) {
    return finder
        .onFile(sent, organization)
        .map(one -> new Actor(sent.actor().caller().withClient(one.client()), sent.actor().at()))
        .orElse(sent.actor());
  }

  /**
   * Adds the files of a new letter to the one that is on file under its number, which also replaces
   * what the message replaces.
   *
   * @param existing {@link LetterFinder#sameNumber}
   * @throws ProblemException 400 if that replaces another letter already; 409 draft-not-open,
   *     letter-classified
   */
  EdxmlOutcome add(Submission sent, String organization, UUID existing) {
    Actor actor = sent.actor();
    DraftRef draft = sent.draft();
    drafts.share(draft.id()).status.requireIntake(actor.caller(), draft.number(), sent.reason());
    if (sent.header().businessType() == BusinessType.REPLACED) {
      LetterView earlier = finder.earlier(sent, organization);
      if (earlier.withdrawnAt() == null) {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("replaces", earlier.id());
        changes.put("reason", sent.reason());
        corrections.patch(actor, existing, input.patch(changes), IfMatch.any());
      }
    }
    addFiles(sent, existing);
    LetterView after = letters.get(actor.caller(), existing);
    List<Warning> warnings = sent.header().warnings();
    warnings.add(Warning.of("/number", WarningCode.LETTER_EXISTS, after.number()));
    return EdxmlOutcome.of(Kind.UPDATED, after.also(warnings));
  }

  /** Returns whether the letter did not have them all. */
  private boolean addFiles(Submission sent, UUID letter) {
    boolean added = false;
    for (IncomingFile file : sent.files()) {
      if (attachments.held(letter, List.of(file)) != AttachmentService.Held.ALL) {
        attachments.keep(sent.actor(), letter, file);
        added = true;
      }
    }
    return added;
  }

  private EdxmlOutcome withdraw(Submission sent, LetterView earlier) {
    if (earlier.withdrawnAt() != null) {
      return EdxmlOutcome.of(Kind.UNCHANGED, earlier);
    }
    String reason =
        Objects.requireNonNullElse(
            sent.header().businessReason(), "Cơ quan gửi thu hồi văn bản qua trục liên thông");
    return EdxmlOutcome.of(
        Kind.WITHDRAWN,
        withdrawals.withdraw(sent.actor(), earlier.id(), new ReasonInput(reason), IfMatch.any()));
  }

  /** Fields that the message omits stay unchanged; its files are added. */
  private EdxmlOutcome update(Submission sent, String organization, LetterView earlier) {
    EdxmlHeader header = sent.header();
    List<Warning> warnings = header.warnings();
    String inReplyTo = answered(sent, organization, warnings);
    if (earlier.withdrawnAt() != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, earlier.number());
    }
    if (header.classified() && !earlier.classified()) {
      throw ProblemException.invalid(FieldError.pointer("/MessageHeader", FieldCode.CLASSIFIED));
    }
    Map<String, Object> changes = letter(sent, inReplyTo);
    changes.putIfAbsent("reason", header.businessReason());
    if (earlier.classified()) {
      changes.remove("subject");
    }
    changes.values().removeIf(Objects::isNull);
    LetterView after =
        corrections.patch(sent.actor(), earlier.id(), input.patch(changes), IfMatch.any());
    boolean added = addFiles(sent, earlier.id());
    boolean changed = added || after.version() != earlier.version();
    LetterView shown = changed ? letters.get(sent.actor().caller(), earlier.id()) : after;
    return EdxmlOutcome.of(changed ? Kind.UPDATED : Kind.UNCHANGED, shown.also(warnings));
  }
}
