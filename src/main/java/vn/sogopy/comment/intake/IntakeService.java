package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.audit.AuditTrail;

/** Takes in single comments. */
@ApplicationScoped
public class IntakeService {
  @Inject CommentIntake comments;
  @Inject CommentReader reader;
  @Inject LetterService letters;
  @Inject AuditTrail audit;

  /**
   * The outcome of a comment that was sent.
   *
   * @param created false where it came before with the same externalId
   */
  public record Intake(CommentView comment, boolean created) {}

  /**
   * Takes in one comment, with its first entry of history, or finds the one that came before with the
   * same externalId.
   *
   * @throws ProblemException 403 another organization, 409 external-id-conflict or draft-not-open,
   *     400 unknown section, organization or followed comment, or a letter that takes no comments
   */
  @Transactional
  public Intake receive(Actor actor, DraftRef draft, CommentInput sent) {
    CommentInput input = sent.by(actor.caller());
    IntakeBatch batch = comments.look(actor, draft, List.of(input), true);
    IntakeBatch.Context context = batch.contexts.get(0);
    UUID same = comments.same(actor.caller(), batch, 0);
    if (same != null) {
      return new Intake(reader.get(actor.caller(), same), false);
    }
    DraftGate.requireIntake(actor.caller(), context.status(), draft.number(), input.reason());
    LetterRef known = known(draft, input, context);
    check(actor, batch, known);
    LetterRef letter = known != null ? known : letter(actor, draft, input, context);
    CommentView filed = comments.fileOne(actor, batch, letter, input.reason());
    audit.changed();
    return new Intake(filed, true);
  }

  /** The letter that it names; null = none, or none yet. */
  private LetterRef known(DraftRef draft, CommentInput input, IntakeBatch.Context context) {
    LetterRef found = context.letter();
    if (found == null || !found.withdrawn()) {
      return found;
    }
    // While this transaction waited for its row, another may have replaced it under the same number.
    return letters
        .find(draft, context.organizationId(), input.letter().number(), input.letter().date())
        .orElse(found);
  }

  private void check(Actor actor, IntakeBatch batch, LetterRef known) {
    CommentInput input = batch.inputs.get(0);
    IntakeBatch.Context context = batch.contexts.get(0);
    List<FieldError> errors = CommentIntake.checkSender(input, context, known);
    errors.addAll(comments.check(actor.caller(), batch, index -> ""));
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private LetterRef letter(Actor actor, DraftRef draft, CommentInput input, IntakeBatch.Context context) {
    if (input.letter() == null) {
      return null;
    }
    LetterInput named =
        LetterInput.named(
            input.letter().number(), input.letter().date(), VietnamTime.dayOf(actor.at()));
    LetterService.Filing filing = new LetterService.Filing(null, input.reason());
    LetterRef letter = letters.findOrFile(actor, draft, context.organizationId(), named, filing);
    // It may have been filed in between, without comments.
    letter
        .refusal("/letter")
        .ifPresent(
            error -> {
              throw ProblemException.invalid(error);
            });
    return letter;
  }
}
