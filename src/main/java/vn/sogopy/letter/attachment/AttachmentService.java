package vn.sogopy.letter.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.attachment.Attachment.AttachmentPiece;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.security.Actor;

/** Attaches files to letters. */
@ApplicationScoped
public class AttachmentService {
  @Inject EntityManager entities;
  @Inject Pieces pieces;
  @Inject LetterRepository letters;
  @Inject LetterService letterService;
  @Inject DraftRepository drafts;

  /** Which of the sent files the letter has already. */
  public enum Held {
    /** The letter has no files. */
    NONE,
    ALL,
    /** The letter has files, but not all of the sent ones. */
    OTHERS
  }

  /**
   * Stores the file and adds an entry to the history of the letter.
   *
   * @throws ProblemException 409 for a classified letter, and for a SUBMITTER unless the draft is
   *     OPEN
   */
  @Transactional
  public AttachmentView attach(Actor actor, UUID letterId, IncomingFile file) {
    requireOpen(actor, letterId);
    Attachment attachment = new Attachment(actor, letterId, file);
    entities.persist(attachment);
    entities.flush();
    pieces.write(AttachmentPiece::new, attachment.id, file.upload().content());
    AttachmentView view = AttachmentView.of(attachment);
    Map<String, Object> after =
        Map.of(
            "id", view.id(),
            "fileName", view.fileName(),
            "size", view.size(),
            "sha256", view.sha256());
    addHistory(actor, letterId, LetterAction.ATTACHED, "attachments", after);
    return view;
  }

  /**
   * Like {@link #attach}, for a file that came with its letter. Of a program or script it keeps
   * only the facts: the letter is filed without it.
   */
  @Transactional
  public void keep(Actor actor, UUID letterId, IncomingFile file) {
    if (!file.isProgram()) {
      attach(actor, letterId, file);
      return;
    }
    requireOpen(actor, letterId);
    LeftOutFile left = new LeftOutFile(actor, letterId, file);
    entities.persist(left);
    entities.flush();
    addHistory(actor, letterId, LetterAction.LEFT_OUT, "leftOut", left.view());
  }

  private void requireOpen(Actor actor, UUID letterId) {
    // Shared: the draft cannot close, nor the letter become classified, in between.
    Draft draft = drafts.share(letters.place(letterId).draft());
    Letter letter = letters.share(letterId);
    if (!actor.caller().isCoordinator() && draft.status != DraftStatus.OPEN) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_OPEN, draft.number, draft.status);
    }
    if (letter.classified) {
      throw classified(letter.number);
    }
  }

  private void addHistory(
      Actor actor, UUID letterId, LetterAction action, String field, Object after) {
    Map<String, Object> change = Map.of("field", field, "after", after);
    letterService.addHistory(letterId, actor, action, List.of(change), null);
  }

  /** Compares by name and SHA-256, also with the files that were left out. */
  @Transactional
  public Held held(UUID letterId, List<IncomingFile> files) {
    Set<String> known = new HashSet<>();
    for (String kind : List.of("Attachment", "LeftOutFile")) {
      Hql.of("select f from " + kind + " f where f.letterId = ?", letterId)
          .list(entities, FiledFile.class)
          .forEach(file -> known.add(file.hash() + " " + file.fileName));
    }
    if (known.isEmpty()) {
      return Held.NONE;
    }
    return files.stream().allMatch(file -> known.contains(file.upload().hash() + " " + file.name()))
        ? Held.ALL
        : Held.OTHERS;
  }

  static ProblemException classified(String number) {
    return new ProblemException(ProblemCode.LETTER_CLASSIFIED, number);
  }
}
