package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.intake.LetterComments;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.LetterService;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * Moves letters that were entered under the wrong organization. Their comments move with them, in
 * every state. Sealed editions have their own copy and do not change.
 */
@ApplicationScoped
public class LetterMoveService {
  @Inject LetterRepository letters;
  @Inject LetterService service;
  @Inject LetterComments comments;
  @Inject OrganizationRepository organizations;
  @Inject HistoryWriter history;

  /**
   * The organization that a letter moves to.
   *
   * @throws ProblemException 403 for a SUBMITTER; 400 for an unknown organization, and without a
   *     reason
   */
  UUID target(Actor actor, LetterPatch after) {
    if (actor.caller().isSubmitter()) {
      // Not even from a predecessor to itself: the letter stays that of its sender.
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    String code = after.organization();
    List<FieldError> errors = new ArrayList<>();
    if (after.reason() == null) {
      errors.add(FieldError.pointer("/reason", FieldCode.REQUIRED));
    }
    UUID organization = organizations.id(code).orElse(null);
    if (organization == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.UNKNOWN_ORGANIZATION, code));
    }
    ProblemException.requireNone(errors);
    return organization;
  }

  /**
   * Moves a letter, the letters that it replaced, and the comments of all. The history of the
   * letter itself is written by the correction that it is part of.
   *
   * @param letter with its other corrections
   * @throws ProblemException 409 letter-withdrawn: the letter that replaced it is moved instead;
   *     409 request-open if another organization is asked about a restricted comment
   */
  void move(Actor actor, Letter letter, UUID organization, LetterPatch before, LetterPatch after) {
    if (letter.withdrawnAt != null) {
      throw new ProblemException(ProblemCode.LETTER_WITHDRAWN, letter.number);
    }
    List<History.Change> changes =
        history.changes().add("organization", before.organization(), after.organization()).list();
    List<Letter> earlier = replaced(before.replaces());
    letter.organizationId = organization;
    for (Letter one : earlier) {
      one.organizationId = organization;
      one.updatedAt = actor.at();
      service.addHistory(one.id, actor, LetterAction.CORRECTED, changes, after.reason());
      comments.moved(actor, one.id, organization, changes, after.reason());
    }
    comments.moved(actor, letter.id, organization, changes, after.reason());
  }

  /**
   * The letters that a letter replaced, directly or through others.
   *
   * @param first the letter that it replaced itself; null = none
   */
  private List<Letter> replaced(UUID first) {
    List<Letter> found = new ArrayList<>();
    for (UUID id = first; id != null; ) {
      Letter one = letters.lock(id);
      found.add(one);
      id = one.replacesId;
    }
    return found;
  }
}
