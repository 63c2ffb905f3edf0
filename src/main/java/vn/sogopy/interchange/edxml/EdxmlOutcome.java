package vn.sogopy.interchange.edxml;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.EdxmlPreview.MessageFile;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.problem.Warning;

/**
 * The outcome of a message.
 *
 * @param letter the new or referenced letter; null if it is parked
 * @param parked null unless it is parked
 * @param request the letter in the message; null if there is none
 * @param warnings besides those of the letter's dates
 */
record EdxmlOutcome(
    Kind kind,
    LetterView letter,
    ParkedLetterView parked,
    LetterRequest request,
    List<Warning> warnings) {

  /** The action taken. */
  @Schema(name = "EdxmlOutcome")
  public enum Kind {
    CREATED,
    /** The message is a duplicate. */
    UNCHANGED,
    REPLACED,
    UPDATED,
    WITHDRAWN,
    PARKED
  }

  /** The new or referenced letter. */
  LetterIntakeService.Intake intake() {
    boolean made = kind == Kind.CREATED || kind == Kind.REPLACED;
    return new LetterIntakeService.Intake(letter.also(warnings), made);
  }

  /** The preview of the outcome: nothing was written. */
  EdxmlPreview preview(Locale locale, EdxmlReader.Message message) {
    boolean made = kind == Kind.CREATED || kind == Kind.REPLACED;
    List<Warning> told =
        parked != null
            ? parked.warnings()
            : Stream.concat(letter.warnings().stream(), warnings.stream()).toList();
    return new EdxmlPreview(
        kind,
        letter == null ? null : letter.organization(),
        parked == null ? List.of() : parked.candidates(),
        message.header(),
        request,
        letter == null || made ? null : letter.id(),
        files(message.files()),
        told.stream().map(warning -> warning.in(locale)).toList());
  }

  private static List<MessageFile> files(List<IncomingFile> files) {
    return files.stream().map(MessageFile::of).toList();
  }
}
