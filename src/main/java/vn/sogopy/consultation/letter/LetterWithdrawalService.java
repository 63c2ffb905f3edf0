package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.comment.workflow.Transition.ReasonInput;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterHistoryWriter;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Withdraws a letter that was entered by mistake or recalled by its organization. */
@ApplicationScoped
public class LetterWithdrawalService {
  @Inject LetterRepository letters;
  @Inject LetterReader reader;
  @Inject LetterComments comments;
  @Inject LetterHistoryWriter history;

  /**
   * Withdraws the comments of the letter as well. APPROVED ones are kept and must be reviewed.
   *
   * @throws ProblemException 409 letter-withdrawn, also for a replaced letter
   */
  @Transactional
  public LetterView withdraw(Actor actor, UUID id, ReasonInput input, IfMatch ifMatch) {
    Letter letter = letters.lock(id);
    ifMatch.check(letter.version);
    if (letter.withdrawnAt != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, letter.number);
    }
    letter.withdrawnAt = actor.at();
    letter.updatedAt = actor.at();
    letters.flush();
    history.write(id, actor, LetterAction.WITHDRAWN, List.of(), input.reason());
    comments.replaced(actor, id, input.reason());
    return reader.get(actor.caller(), id);
  }
}
