package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.LetterService;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Withdraws letters that were entered by mistake, recalled or replaced. */
@ApplicationScoped
public class LetterWithdrawalService {
  private static final String POINTER = "/replaces";

  @Inject LetterRepository letters;
  @Inject LetterService service;
  @Inject LetterReader reader;
  @Inject HistoryWriter history;
  @Inject LetterComments comments;

  /**
   * Withdraws a letter and its comments. APPROVED ones are kept and must be reviewed.
   *
   * @throws ProblemException 409 letter-withdrawn, also for a replaced letter
   */
  @Transactional
  public LetterView withdraw(Actor actor, UUID id, ReasonInput input, IfMatch ifMatch) {
    Letter letter = letters.lock(id);
    ifMatch.check(letter.version);
    requireValid(letter);
    withdraw(actor, letter);
    service.addHistory(id, actor, LetterAction.WITHDRAWN, List.of(), input.reason());
    comments.replaced(actor, id, input.reason());
    return reader.get(actor.caller(), id);
  }

  /**
   * Withdraws the old letter, so that the new one can have its number. {@link #explain} must
   * follow.
   *
   * @throws ProblemException 400 if it is replaced or withdrawn already
   */
  void withdrawReplaced(Actor actor, UUID id) {
    Letter old = letters.lock(id);
    if (old.withdrawnAt != null) {
      throw ProblemException.invalid(service.ref(old).refusal(POINTER).orElseThrow());
    }
    withdraw(actor, old);
  }

  private void withdraw(Actor actor, Letter letter) {
    letter.withdrawnAt = actor.at();
    letter.updatedAt = actor.at();
    letters.flush();
  }

  private static void requireValid(Letter letter) {
    if (letter.withdrawnAt != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, letter.number);
    }
  }

  /**
   * Withdraws the letter that a corrected one replaces.
   *
   * @param organization of the corrected letter
   * @param replaces of the corrected letter; an unchanged value has no effect
   * @return whether a letter was withdrawn, so that {@link #explain} must follow
   * @throws ProblemException 400 if the caller may not set it, it is set already, or there is no
   *     such letter; 409 if the letter itself is withdrawn
   */
  boolean replace(Actor actor, Letter letter, UUID organization, UUID replaces) {
    if (Objects.equals(replaces, letter.replacesId)) {
      return false;
    }
    if (!actor.caller().isCoordinator() || letter.replacesId != null) {
      throw ProblemException.invalid(FieldError.pointer(POINTER, FieldCode.NOT_SUPPORTED));
    }
    Letter old = replaces.equals(letter.id) ? null : letters.lock(replaces);
    if (old == null
        || !old.draftId.equals(letter.draftId)
        || !old.organizationId.equals(organization)) {
      throw ProblemException.invalid(
          FieldError.pointer(POINTER, FieldCode.UNKNOWN_LETTER, replaces.toString()));
    }
    requireValid(letter);
    withdrawReplaced(actor, replaces);
    return true;
  }

  /** Writes the replacement into the history of the old letter and of its comments. */
  void explain(Actor actor, UUID id, UUID by, String number, LocalDate date) {
    String reason =
        "Thay bằng văn bản số %s ngày %s".formatted(number, VietnamTime.shortDate(date));
    var changes = history.changes().add("replacedBy", null, by).list();
    service.addHistory(id, actor, LetterAction.REPLACED, changes, reason);
    comments.replaced(actor, id, reason);
  }
}
