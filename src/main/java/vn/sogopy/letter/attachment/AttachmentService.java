package vn.sogopy.letter.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterHistoryEntry.LetterAction;
import vn.sogopy.letter.LetterHistoryWriter;
import vn.sogopy.letter.LetterRepository;
import vn.sogopy.plan.Draft;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.security.Actor;

/** Attaches files to letters. */
@ApplicationScoped
public class AttachmentService {
  @Inject AttachmentRepository attachments;
  @Inject Pieces pieces;
  @Inject LetterRepository letters;
  @Inject DraftRepository drafts;
  @Inject LetterHistoryWriter history;

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
    // Shared: the draft cannot close, nor the letter become classified, in between.
    Draft draft = drafts.share(letters.place(letterId).draft());
    Letter letter = letters.share(letterId);
    if (!actor.caller().isCoordinator() && draft.status != DraftStatus.OPEN) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_OPEN, draft.number, draft.status.name());
    }
    if (letter.classified) {
      throw classified(letter.number);
    }
    Attachment attachment = new Attachment();
    attachment.letterId = letterId;
    attachment.fileName = file.name();
    attachment.mediaType = file.type().mediaType();
    attachment.size = file.upload().size();
    attachment.sha256 = file.upload().sha256();
    attachment.createdAt = actor.at();
    attachment.createdBy = actor.caller().name();
    attachments.persistAndFlush(attachment);
    try (InputStream content = Files.newInputStream(file.upload().content())) {
      pieces.write(AttachmentPiece::new, attachment.id, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AttachmentView view = AttachmentView.of(attachment);
    remember(actor, view);
    return view;
  }

  /** Compares by name and SHA-256. */
  @Transactional
  public Held held(UUID letterId, List<IncomingFile> files) {
    Set<String> known =
        attachments.stream("letterId", letterId)
            .map(file -> HexFormat.of().formatHex(file.sha256) + " " + file.fileName)
            .collect(Collectors.toSet());
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

  private void remember(Actor actor, AttachmentView view) {
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("id", view.id());
    after.put("fileName", view.fileName());
    after.put("size", view.size());
    after.put("sha256", view.sha256());
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("field", "attachments");
    change.put("before", null);
    change.put("after", after);
    history.write(view.letter(), actor, LetterAction.ATTACHED, List.of(change), null);
  }
}
