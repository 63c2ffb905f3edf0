package vn.sogopy.consultation.letter;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.comment.intake.CommentIntake;
import vn.sogopy.comment.intake.Incoming;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.LetterService.NewLetter;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.attachment.AttachmentService;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.json.JsonInput;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** Takes in a letter with all its comments, all or nothing. */
@ApplicationScoped
public class LetterIntakeService {
  @Inject CommentIntake comments;
  @Inject CommentReader commentReader;
  @Inject LetterService letters;
  @Inject LetterWithdrawalService withdrawals;
  @Inject OnBehalf onBehalf;
  @Inject AttachmentService attachments;
  @Inject LetterReader reader;
  @Inject DraftRepository drafts;
  @Inject EntityManager entities;
  @Inject DataSource source;
  @Inject ObjectMapper json;

  /**
   * The result of an intake.
   *
   * @param created false if a letter with the same externalId existed already
   */
  public record Intake(LetterView letter, boolean created) {}

  /**
   * The existing data that a letter in a request refers to; null = not found.
   *
   * @param same the letter with the same externalId
   * @param sender code of its organization
   * @param digest of the request that created that letter
   * @param replaced the letter to be replaced, if it is of this organization and draft
   */
  record Known(UUID organization, UUID same, String sender, byte[] digest, UUID replaced) {}

  /**
   * Takes in a letter with its comments, files and the first history entry of each, or finds the
   * letter with the same externalId. The files of a letter that is found are compared, too: equal
   * files are not attached again, and a letter without files gets the sent ones. Programs and
   * scripts among the files are left out.
   *
   * @throws ProblemException 403 if a SUBMITTER names another organization, or speaks for one that
   *     it does not succeed; 400 for inconsistent or unknown references, and for files of a
   *     classified letter; 409 draft-not-open, external-id-conflict, letter-exists
   */
  @Transactional
  public Intake receive(
      Actor actor, DraftRef draft, LetterRequest request, List<IncomingFile> files) {
    if (request.classified() && !files.isEmpty()) {
      throw ProblemException.invalid(FieldError.pointer("/file", FieldCode.CLASSIFIED));
    }
    Intake intake = receive(actor, draft, request);
    AttachmentService.Held held =
        intake.created() || files.isEmpty()
            ? AttachmentService.Held.NONE
            : attachments.held(intake.letter().id(), files);
    if (held == AttachmentService.Held.OTHERS) {
      throw conflict(intake.letter());
    }
    if (held == AttachmentService.Held.ALL || files.isEmpty()) {
      return intake;
    }
    files.forEach(file -> attachments.keep(actor, intake.letter().id(), file));
    if (files.stream().noneMatch(IncomingFile::isProgram)) {
      return intake;
    }
    List<LetterView> shown = reader.withLeftOut(actor.caller(), List.of(intake.letter()));
    return new Intake(shown.get(0), intake.created());
  }

  /** The letter that {@link #receive} would file: the transaction is rolled back. */
  @Transactional
  public LetterView preview(Actor actor, DraftRef draft, LetterRequest request) {
    LetterView letter = receive(actor, draft, request).letter();
    QuarkusTransaction.setRollbackOnly();
    return letter;
  }

  private Intake receive(Actor actor, DraftRef draft, LetterRequest request) {
    Caller caller = actor.caller();
    caller.requireOrganization(request.organization());
    OnBehalf.requireAllowed(caller, request.onBehalfOf());
    String organization =
        caller.organization() == null ? request.organization() : caller.organization();
    request.check();
    byte[] digest = request.externalId() == null ? null : digest(draft, organization, request);
    if (request.externalId() != null) {
      // A concurrent request with the same externalId waits here and then finds the first letter.
      Sql.lockName(
          source, "letter " + draft.planId() + caller.client() + " " + request.externalId());
    }
    DraftStatus status = drafts.share(draft.id()).status;
    Known known = known(actor, draft, organization, request);
    if (known.same() != null) {
      // 404 if the caller cannot see that letter.
      LetterView same = view(actor, known.same());
      // The same content as that of a predecessor, which named itself.
      String sender = caller.represents(known.sender()) ? known.sender() : organization;
      if (!Arrays.equals(digest(draft, sender, request), known.digest())) {
        throw conflict(same);
      }
      return new Intake(same, false);
    }
    status.requireIntake(caller, draft.number(), request.reason());
    List<CommentInput> inputs =
        request.comments().stream()
            .map(comment -> comment.in(request, organization).by(caller))
            .toList();
    List<Incoming> batch = comments.look(actor, draft, inputs, false);
    check(organization, request, known, batch);
    // Always before the row of a letter, which prevents deadlocks.
    letters.lockIdentity(known.organization(), request.number());
    if (known.replaced() != null) {
      withdrawals.withdrawReplaced(actor, known.replaced());
    }
    requireUnused(draft.id(), known.organization(), request.number(), request.date(), null);
    Letter added = request.letter(known.organization(), actor.today());
    added.sentDigest = digest;
    LetterRef letter = letters.file(actor, draft, new NewLetter(added, request.reason()));
    comments.requireNew(batch, index -> "/comments/" + index);
    comments.file(batch, letter);
    if (known.replaced() != null) {
      withdrawals.explain(actor, known.replaced(), letter.id(), request.number(), request.date());
    }
    return new Intake(view(actor, letter.id()), true);
  }

  private Known known(Actor actor, DraftRef draft, String organization, LetterRequest request) {
    Caller caller = actor.caller();
    return Hql.of("select o.id, e.id, s.code, e.sentDigest, r.id from Draft d")
        .add("left join Organization o on o.code = ?", organization)
        .add("left join Letter e on e.planId = d.planId and e.client in ?", caller.clients())
        .add("and e.externalId = ?", request.externalId())
        .add("left join Organization s on s.id = e.organizationId")
        .add("left join Letter r on r.id = ?", request.replaces())
        .add("and r.draftId = d.id and r.organizationId = o.id")
        .add("where d.id = ?", draft.id())
        // Its own letter before that of a predecessor.
        .add("order by case when e.client = ? then 0 else 1 end", caller.client())
        .first(entities, Known.class)
        .orElseThrow(ProblemException::notFound);
  }

  /** 409 for other content or files under the same externalId. */
  private static ProblemException conflict(LetterView known) {
    return new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, known.number())
        .header("Location", LetterResource.PATH + "/" + known.id());
  }

  private LetterView view(Actor actor, UUID id) {
    return reader.get(actor.caller(), id).with(commentReader.ofLetter(actor.caller(), id));
  }

  private void check(
      String organization, LetterRequest request, Known known, List<Incoming> batch) {
    List<FieldError> errors = new ArrayList<>();
    if (organization == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (known.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.UNKNOWN_ORGANIZATION, organization));
    } else if (request.replaces() != null && known.replaced() == null) {
      errors.add(
          FieldError.pointer("/replaces", FieldCode.UNKNOWN_LETTER, request.replaces().toString()));
    }
    errors.addAll(onBehalf.check(request.onBehalfOf(), "/onBehalfOf"));
    errors.addAll(comments.check(batch, index -> "/comments/" + index));
    ProblemException.requireNone(errors);
  }

  /**
   * @param own id of the letter itself; null = it is new
   * @throws ProblemException 409 letter-exists if another valid letter has this identity
   */
  void requireUnused(UUID draft, UUID organization, String number, LocalDate date, UUID own) {
    letters
        .find(draft, organization, number, date)
        .filter(other -> !other.withdrawn() && !other.id().equals(own))
        .ifPresent(
            other -> {
              throw new ProblemException(ProblemCode.LETTER_EXISTS, number)
                  .header("Location", LetterResource.PATH + "/" + other.id());
            });
  }

  /** Of the content that is compared. The reason of a late entry is no part of it. */
  private byte[] digest(DraftRef draft, String organization, LetterRequest request) {
    byte[] number = String.valueOf(draft.number()).getBytes(StandardCharsets.US_ASCII);
    ObjectNode content = json.valueToTree(request);
    content.put("organization", organization).putNull("reason");
    return Sha256.of(number, JsonInput.bytes(json, content));
  }
}
