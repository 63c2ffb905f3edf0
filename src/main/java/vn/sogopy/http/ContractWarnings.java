package vn.sogopy.http;

import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import vn.sogopy.text.StateSecrets;

/** Writes the warning of state secrets into the description of whatever takes words or files. */
final class ContractWarnings {
  private static final Set<String> TAKE_WORDS_OR_FILES =
      Set.of(
          "addContact",
          "answerComment",
          "answerComments",
          "answerRequest",
          "attachFile",
          "attachSignedCopy",
          "createComment",
          "createCommentRequest",
          "createConsultees",
          "createLetter",
          "createLetterOfParked",
          "createPhrase",
          "directComment",
          "escalateComment",
          "getCommentImportTemplate",
          "importComments",
          "importWorklist",
          "exportWorklist",
          "patchComment",
          "patchLetter",
          "proposeParts",
          "reactToAnswer",
          "splitComment",
          "verifyFile");

  private ContractWarnings() {}

  static void complete(Operation operation) {
    if (!TAKE_WORDS_OR_FILES.contains(operation.getOperationId())) {
      return;
    }
    String[] said =
        operation.getDescription() == null
            ? new String[] {"", ""}
            : operation.getDescription().split(" · ", 2);
    String english = said.length == 2 ? said[1] : said[0];
    operation.setDescription(
        (said[0] + " " + StateSecrets.VIETNAMESE).strip()
            + " · "
            + (english + " " + StateSecrets.ENGLISH).strip());
  }
}
