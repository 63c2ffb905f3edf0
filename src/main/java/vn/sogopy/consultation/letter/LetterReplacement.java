package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterAction;
import vn.sogopy.letter.LetterHistoryWriter;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.LetterService;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** What becomes of a letter when another takes its place. To be called within a transaction. */
@ApplicationScoped
class LetterReplacement {
  private static final String POINTER = "/replaces";

  @Inject LetterRepository letters;
  @Inject LetterService service;
  @Inject LetterHistoryWriter letterHistory;
  @Inject HistoryWriter history;
  @Inject LetterComments comments;

  /**
   * Takes the old letter out, so that the new one may bear its number.
   *
   * @throws ProblemException 400 if it has been replaced or withdrawn already
   */
  void withdraw(Actor actor, UUID id) {
    Letter old = letters.lock(id);
    if (old.withdrawnAt != null) {
      throw ProblemException.invalid(service.ref(old).refusal(POINTER).orElseThrow());
    }
    old.withdrawnAt = actor.at();
    old.updatedAt = actor.at();
    letters.flush();
  }

  /**
   * Takes the old letter out for one that was entered without saying that it replaces it.
   *
   * @param replaces what the corrected letter says; the same as before = nothing happens
   * @return whether one was taken out, so that it is to be {@linkplain #explain explained}
   * @throws ProblemException 400 if the caller may not, it has been said before, or there is no
   *     such letter; 409 for a letter that does not stand itself
   */
  boolean correct(Actor actor, Letter letter, UUID replaces) {
    if (Objects.equals(replaces, letter.replacesId)) {
      return false;
    }
    if (!actor.caller().isCoordinator() || letter.replacesId != null) {
      throw ProblemException.invalid(FieldError.pointer(POINTER, FieldCode.NOT_SUPPORTED));
    }
    Letter old = replaces.equals(letter.id) ? null : letters.lock(replaces);
    if (old == null
        || !old.draftId.equals(letter.draftId)
        || !old.organizationId.equals(letter.organizationId)) {
      throw ProblemException.invalid(
          FieldError.pointer(POINTER, FieldCode.UNKNOWN_LETTER, replaces.toString()));
    }
    if (letter.withdrawnAt != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, letter.number);
    }
    withdraw(actor, replaces);
    return true;
  }

  /** Writes down by which letter, and passes it on to the old one's comments. */
  void explain(Actor actor, UUID id, UUID by, String number, LocalDate date) {
    String reason =
        "Thay bằng văn bản số %s ngày %s".formatted(number, VietnamTime.shortDate(date));
    var changes = history.changes().add("replacedBy", null, by).list();
    letterHistory.write(id, actor, LetterAction.REPLACED, List.copyOf(changes), reason);
    comments.replaced(actor, id, reason);
  }
}
