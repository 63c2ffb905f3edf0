package vn.sogopy.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.Position;

/** What can be corrected of a letter. */
public record LetterPatch(
    @NotNull @Size(min = 1, max = 100) String number,
    @NotNull LocalDate date,
    @Size(min = 1, max = 50) @Schema(nullable = true) String arrivalNumber,
    @Schema(
            nullable = true,
            description =
                "Theo đó văn bản và các ý kiến là đúng hạn hay quá hạn · `late` goes by it")
        LocalDate receivedOn,
    @Valid @Schema(nullable = true) LetterInput.Signer signer,
    @Schema(nullable = true) Position position,
    @Schema(nullable = true) Channel channel,
    @Size(min = 1, max = 2_000) @Schema(nullable = true) String subject,
    @Size(min = 1, max = 2_000) @Schema(nullable = true) String occasion,
    @Size(min = 1, max = 100) @Schema(nullable = true) String inReplyTo,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do; bắt buộc khi dự thảo đã kết thúc lấy ý kiến · needed once the draft is CLOSED")
        String reason) {

  static LetterPatch of(LetterView view) {
    return new LetterPatch(
        view.number(),
        view.date(),
        view.arrivalNumber(),
        view.receivedOn(),
        view.signer(),
        view.position(),
        view.channel(),
        view.classified() ? null : view.subject(),
        view.occasion(),
        view.inReplyTo(),
        null);
  }
}
