package vn.sogopy.consultation.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.sogopy.letter.attachment.AttachmentService;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Takes in a letter with its comments and files, all or nothing. */
@ApplicationScoped
public class LetterWithFilesService {
  @Inject LetterIntakeService letters;
  @Inject AttachmentService attachments;

  /**
   * Like {@link LetterIntakeService#receive}. If the letter with the same externalId exists, its
   * files are compared, too: equal files are not attached again, and a letter without files gets
   * the sent ones.
   *
   * @throws ProblemException as there; also 409 external-id-conflict for other files
   */
  @Transactional
  public LetterIntakeService.Intake receive(
      Actor actor, DraftRef draft, LetterRequest request, List<IncomingFile> files) {
    LetterIntakeService.Intake intake = letters.receive(actor, draft, request);
    AttachmentService.Held held =
        intake.created()
            ? AttachmentService.Held.NONE
            : attachments.held(intake.letter().id(), files);
    if (held == AttachmentService.Held.OTHERS) {
      throw LetterIntakeService.conflict(intake.letter());
    }
    if (held == AttachmentService.Held.NONE) {
      files.forEach(file -> attachments.attach(actor, intake.letter().id(), file));
    }
    return intake;
  }
}
