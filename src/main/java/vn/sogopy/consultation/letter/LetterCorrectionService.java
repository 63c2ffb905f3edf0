package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Corrects the data of a letter. */
@ApplicationScoped
public class LetterCorrectionService {
  @Inject LetterRepository letters;
  @Inject LetterService service;
  @Inject LetterIntakeService intake;
  @Inject LetterWithdrawalService withdrawals;
  @Inject OnBehalf onBehalf;
  @Inject LetterMoveService moves;
  @Inject LetterReader reader;
  @Inject LetterComments comments;
  @Inject HistoryWriter history;
  @Inject DraftRepository drafts;

  /**
   * The organization itself can correct its letter while the draft is OPEN and no work on the
   * letter has begun. A coordinator always can, but needs a reason if the draft is CLOSED.
   *
   * @throws ProblemException 409 draft-not-open, letter-in-work, letter-exists,
   *     letter-has-comments, letter-withdrawn, request-open; 403 for a move by a SUBMITTER, and if
   *     one speaks for an organization that it does not succeed; 400 for contents of a classified
   *     letter, for an arrival day or a replacement that the caller may not correct, and for a move
   *     to an unknown organization, a move or a change of onBehalfOf without a reason
   */
  @Transactional
  public LetterView patch(Actor actor, UUID id, MergePatch patch, IfMatch ifMatch) {
    service.lockCorrection(id);
    LetterRepository.Place place = letters.place(id);
    Draft draft = drafts.share(place.draft());
    LetterView view = reader.get(actor.caller(), id);
    LetterPatch before = LetterPatch.of(view);
    LetterPatch after = patch.on(before, LetterPatch.class);
    boolean restated = !Objects.equals(before.onBehalfOf(), after.onBehalfOf());
    if (restated) {
      OnBehalf.requireAllowed(actor.caller(), after.onBehalfOf());
    }
    draft.status.requireIntake(actor.caller(), draft.number, after.reason());
    if (restated) {
      checkOnBehalf(after);
    }
    if (view.classified()) {
      checkStub(after);
    }
    boolean moved = !after.organization().equals(before.organization());
    UUID organization = moved ? moves.target(actor, after) : place.organization();
    boolean renamed = moved || isRenamed(before, after);
    if (renamed) {
      // Before the row of the letter: a replacement takes the locks in the same order.
      service.lockIdentity(organization, after.number());
    }
    Letter letter = letters.lock(id);
    checkArrival(actor, letter, after);
    ifMatch.check(letter.version);
    checkState(actor, letter, after);
    boolean replaces = withdrawals.replace(actor, letter, organization, after.replaces());
    // A replaced letter cannot collide with another number.
    if (renamed && letter.withdrawnAt == null) {
      intake.requireUnused(letter.draftId, organization, after.number(), after.date(), id);
    }
    List<History.Change> changes = differences(before, after);
    if (changes.isEmpty()) {
      return reader.get(actor.caller(), id);
    }
    fill(letter, after);
    letter.updatedAt = actor.at();
    if (moved) {
      moves.move(actor, letter, organization, before, after);
    }
    letters.flush();
    service.addHistory(id, actor, LetterAction.CORRECTED, changes, after.reason());
    if (replaces) {
      withdrawals.explain(actor, after.replaces(), id, after.number(), after.date());
    }
    return reader.get(actor.caller(), id);
  }

  /** It changes who counts as having replied, so the history needs a reason. */
  private void checkOnBehalf(LetterPatch after) {
    List<FieldError> errors = onBehalf.check(after.onBehalfOf(), "/onBehalfOf");
    if (after.reason() == null) {
      errors.add(FieldError.pointer("/reason", FieldCode.REQUIRED));
    }
    ProblemException.requireNone(errors);
  }

  private static void checkStub(LetterPatch after) {
    List<FieldError> errors = new ArrayList<>();
    LetterRequest.stub(after.subject() != null, "/subject", errors);
    LetterRequest.stub(after.occasion() != null, "/occasion", errors);
    ProblemException.requireNone(errors);
  }

  /** Day and number of arrival belong to the receiver. */
  private static void checkArrival(Actor actor, Letter letter, LetterPatch after) {
    if (!actor.caller().isSubmitter()) {
      return;
    }
    List<FieldError> errors = new ArrayList<>();
    if (!Objects.equals(after.receivedOn(), letter.receivedOn)) {
      errors.add(FieldError.pointer("/receivedOn", FieldCode.NOT_SUPPORTED));
    }
    if (!Objects.equals(after.arrivalNumber(), letter.arrivalNumber)) {
      errors.add(FieldError.pointer("/arrivalNumber", FieldCode.NOT_SUPPORTED));
    }
    ProblemException.requireNone(errors);
  }

  private void checkState(Actor actor, Letter letter, LetterPatch after) {
    LetterComments.State state = comments.state(letter.id);
    if (actor.caller().isSubmitter() && (state.begun() > 0 || letter.withdrawnAt != null)) {
      throw new ProblemException(ProblemCode.LETTER_IN_WORK);
    }
    boolean agrees = after.position() == Position.AGREES && letter.position != Position.AGREES;
    if (agrees && state.counted() > 0) {
      throw new ProblemException(ProblemCode.LETTER_HAS_COMMENTS, state.counted());
    }
  }

  private static boolean isRenamed(LetterPatch before, LetterPatch after) {
    return !LetterNumber.key(after.number()).equals(LetterNumber.key(before.number()))
        || after.date().getYear() != before.date().getYear();
  }

  private List<History.Change> differences(LetterPatch before, LetterPatch after) {
    return history.changes().addAll(before, after).list().stream()
        .filter(change -> !change.field().equals("reason"))
        .toList();
  }

  private static void fill(Letter letter, LetterPatch after) {
    letter.identify(after.number(), after.date());
    letter.arrivalNumber = after.arrivalNumber();
    letter.receivedOn = after.receivedOn();
    letter.signer = after.signer();
    letter.position = after.position();
    letter.channel = after.channel();
    letter.subject = after.subject();
    letter.occasion = after.occasion();
    letter.inReplyTo = after.inReplyTo();
    letter.replacesId = after.replaces();
    letter.onBehalfOf =
        after.onBehalfOf() == null ? null : after.onBehalfOf().toArray(String[]::new);
  }
}
