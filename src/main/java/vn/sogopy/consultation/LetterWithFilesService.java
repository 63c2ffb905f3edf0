package vn.sogopy.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.sogopy.http.ProblemException;
import vn.sogopy.letter.AttachmentService;
import vn.sogopy.letter.IncomingFile;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Act;

/** Takes in a whole letter together with its files: all or nothing. */
@ApplicationScoped
public class LetterWithFilesService {
  @Inject LetterIntakeService letters;
  @Inject AttachmentService attachments;

  /**
   * As {@link LetterIntakeService#receive}. A letter that the same externalId brought before has
   * its files already: those of the retry are not attached again.
   *
   * @throws ProblemException as there
   */
  @Transactional
  public LetterIntakeService.Intake receive(
      Act act, DraftRef draft, LetterRequest request, List<IncomingFile> files) {
    LetterIntakeService.Intake intake = letters.receive(act, draft, request);
    if (intake.created()) {
      files.forEach(file -> attachments.attach(act, intake.letter().id(), file));
    }
    return intake;
  }
}
