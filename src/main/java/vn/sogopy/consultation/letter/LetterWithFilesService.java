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

/** Takes in a whole letter together with its files: all or nothing. */
@ApplicationScoped
public class LetterWithFilesService {
  @Inject LetterIntakeService letters;
  @Inject AttachmentService attachments;

  /**
   * As {@link LetterIntakeService#receive}. Of a letter that the same externalId brought before the
   * files are a part: those that came already are not attached again, those of a letter that has
   * none yet are attached now.
   *
   * @throws ProblemException as there; 409 external-id-conflict also for other files
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
