package vn.sogopy.platform.http.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import vn.sogopy.platform.text.StateSecrets;

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
          "previewLetter",
          "proposeParts",
          "reactToAnswer",
          "reviseComment",
          "splitComment",
          "verifyFile");

  private ContractWarnings() {}

  static void complete(Operation operation) {
    if (TAKE_WORDS_OR_FILES.contains(operation.getOperationId())) {
      Contract.addSentence(operation, StateSecrets.VIETNAMESE, StateSecrets.ENGLISH);
    }
  }
}
