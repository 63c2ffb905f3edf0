package vn.sogopy.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.LetterComments;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.ProblemException;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterAction;
import vn.sogopy.letter.LetterHistoryWriter;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.security.Act;
import vn.sogopy.text.VietnamTime;

/** What becomes of a letter when another takes its place. To be called within a transaction. */
@ApplicationScoped
class LetterReplacement {
  @Inject LetterRepository letters;
  @Inject LetterHistoryWriter letterHistory;
  @Inject HistoryWriter history;
  @Inject LetterComments comments;

  /**
   * Takes the old letter out, so that the new one may bear its number.
   *
   * @throws ProblemException 400 if it has been replaced already
   */
  void withdraw(Act act, UUID id) {
    Letter old = letters.lock(id);
    if (old.withdrawnAt != null) {
      throw ProblemException.invalid(
          FieldError.pointer("/replaces", FieldCode.LETTER_REPLACED, id.toString()));
    }
    old.withdrawnAt = act.at();
    old.updatedAt = act.at();
    letters.flush();
  }

  /** Writes down by which letter, and passes it on to the old one's comments. */
  void explain(Act act, UUID id, UUID by, LetterRequest request) {
    String reason =
        "Thay bằng văn bản số %s ngày %s"
            .formatted(request.number(), VietnamTime.shortDate(request.date()));
    var changes = history.changes().add("replacedBy", null, by).list();
    letterHistory.write(id, act, LetterAction.REPLACED, List.copyOf(changes), reason);
    comments.replaced(act, id, reason);
  }
}
