package vn.sogopy.consultation.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.intake.CommentIntake;
import vn.sogopy.comment.intake.Incoming;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Takes in a letter with all its comments, all or nothing. */
@ApplicationScoped
public class LetterIntakeService {
  @Inject CommentIntake comments;
  @Inject CommentReader commentReader;
  @Inject LetterService letters;
  @Inject LetterReplacement replacement;
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
   * @param digest of the request that created that letter
   * @param replaced the letter to be replaced, if it is of this organization and draft
   */
  record Known(UUID organization, UUID same, byte[] digest, UUID replaced) {}

  /**
   * Takes in a letter with its comments and the first history entry of each, or finds the letter
   * with the same externalId.
   *
   * @throws ProblemException 403 for another organization; 400 for inconsistent or unknown
   *     references; 409 draft-not-open, external-id-conflict, letter-exists
   */
  @Transactional
  public Intake receive(Actor actor, DraftRef draft, LetterRequest sent) {
    LetterRequest request = sent.by(actor.caller());
    request.check();
    byte[] digest = request.externalId() == null ? null : digest(draft, request);
    lockExternalId(actor, draft, request);
    DraftStatus status = drafts.share(draft.id()).status;
    Known known = known(actor, draft, request);
    if (known.same() != null) {
      return again(actor, known, digest);
    }
    status.requireIntake(actor.caller(), draft.number(), request.reason());
    List<Incoming> batch =
        comments.look(actor, draft, request.commentInputs(actor.caller()), false);
    check(request, known, batch);
    // Always before the row of a letter, which prevents deadlocks.
    letters.lockIdentity(known.organization(), request.number());
    if (known.replaced() != null) {
      replacement.withdraw(actor, known.replaced());
    }
    LetterRef letter = file(actor, draft, request, known, digest);
    comments.requireNew(batch, index -> "/comments/" + index);
    comments.file(batch, letter);
    if (known.replaced() != null) {
      replacement.explain(actor, known.replaced(), letter.id(), request.number(), request.date());
    }
    return new Intake(view(actor, letter.id()), true);
  }

  /** A concurrent request with the same externalId waits here and then finds the first letter. */
  private void lockExternalId(Actor actor, DraftRef draft, LetterRequest request) {
    if (request.externalId() != null) {
      Sql.lockName(
          source,
          "letter " + draft.planId() + actor.caller().client() + " " + request.externalId());
    }
  }

  private Known known(Actor actor, DraftRef draft, LetterRequest request) {
    return Hql.of("select o.id, e.id, e.sentDigest, r.id from Draft d")
        .add("left join Organization o on o.code = ?", request.organization())
        .add("left join Letter e on e.planId = d.planId and e.client = ?", actor.caller().client())
        .add("and e.externalId = ?", request.externalId())
        .add("left join Letter r on r.id = ?", request.replaces())
        .add("and r.draftId = d.id and r.organizationId = o.id")
        .add("where d.id = ?", draft.id())
        .first(entities, Known.class)
        .orElseThrow(ProblemException::notFound);
  }

  private Intake again(Actor actor, Known known, byte[] digest) {
    // 404 if the caller cannot see that letter.
    LetterView letter = view(actor, known.same());
    if (!Arrays.equals(digest, known.digest())) {
      throw conflict(letter);
    }
    return new Intake(letter, false);
  }

  /** 409 for other content or files under the same externalId. */
  static ProblemException conflict(LetterView known) {
    return new ProblemException(ProblemCode.EXTERNAL_ID_CONFLICT, known.number())
        .header("Location", LetterResource.PATH + "/" + known.id());
  }

  private LetterView view(Actor actor, UUID id) {
    return reader.get(actor.caller(), id).with(commentReader.ofLetter(actor.caller(), id));
  }

  private void check(LetterRequest request, Known known, List<Incoming> batch) {
    List<FieldError> errors = new ArrayList<>();
    if (request.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (known.organization() == null) {
      errors.add(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, request.organization()));
    } else if (request.replaces() != null && known.replaced() == null) {
      errors.add(
          FieldError.pointer("/replaces", FieldCode.UNKNOWN_LETTER, request.replaces().toString()));
    }
    errors.addAll(comments.check(batch, index -> "/comments/" + index));
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private LetterRef file(
      Actor actor, DraftRef draft, LetterRequest request, Known known, byte[] digest) {
    UUID organization = known.organization();
    letters
        .find(draft.id(), organization, request.number(), request.date())
        .filter(other -> !other.withdrawn())
        .ifPresent(
            other -> {
              throw exists(request.number(), other.id());
            });
    return letters.file(
        actor,
        draft,
        organization,
        request.letter(VietnamTime.dayOf(actor.at())),
        new LetterService.Filing(digest, request.reason()));
  }

  /** 409 for a second letter with the same identity. */
  static ProblemException exists(String number, UUID id) {
    return new ProblemException(ProblemCode.LETTER_EXISTS, number)
        .header("Location", LetterResource.PATH + "/" + id);
  }

  private byte[] digest(DraftRef draft, LetterRequest request) {
    try {
      byte[] number = String.valueOf(draft.number()).getBytes(StandardCharsets.US_ASCII);
      return Sha256.of(number, json.writeValueAsBytes(request.withoutReason()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
