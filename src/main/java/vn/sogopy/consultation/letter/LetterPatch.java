package vn.sogopy.consultation.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;

/** The fields of a letter that can be corrected. */
public record LetterPatch(
    @NotNull
        @Size(min = 1, max = 63)
        @Schema(
            description =
                "Chuyển văn bản nhập nhầm cơ quan, cùng các ý kiến và văn bản mà nó thay thế; chỉ COORDINATOR, phải có lý do · moves a"
                    + " letter entered under the wrong body, with its comments and the letters that it replaced; COORDINATOR alone, with a"
                    + " reason",
            examples = "sxd")
        String organization,
    @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = LetterNumber.FORM, message = LetterNumber.EXAMPLE)
        @Schema(pattern = LetterNumber.ONE_LINE)
        String number,
    @NotNull LocalDate date,
    @Size(min = 1, max = 50) @Schema(nullable = true) String arrivalNumber,
    @Schema(
            nullable = true,
            description =
                "Theo đó văn bản và các ý kiến là đúng hạn hay quá hạn. Ngày đến, số đến do cơ quan nhận ghi, SUBMITTER không sửa được"
                    + " · `late` goes by it. receivedOn and arrivalNumber belong to the receiver: a SUBMITTER cannot correct them")
        LocalDate receivedOn,
    @Valid @Schema(nullable = true) Letter.Signer signer,
    @Schema(nullable = true) Position position,
    @Schema(nullable = true) Channel channel,
    @Size(min = 1, max = 2_000) @Schema(nullable = true) String subject,
    @Size(min = 1, max = 2_000) @Schema(nullable = true) String occasion,
    @Size(min = 1, max = 100) @Pattern(regexp = "[^\\n\\t]*") @Schema(nullable = true)
        String inReplyTo,
    @Schema(
            nullable = true,
            description =
                "Thay thế văn bản này của cùng cơ quan, cùng dự thảo; chỉ COORDINATOR, một lần, nếu khi nhập chưa ghi · takes the place of"
                    + " this letter of the same body and draft; COORDINATOR alone, once, where the intake did not say it")
        UUID replaces,
    @Size(max = OnBehalf.MAX)
        @Schema(
            nullable = true,
            description =
                "Trả lời thay cho các cơ quan này; sửa thì phải có lý do · also speaks for these bodies; a change needs a reason")
        List<@NotNull @Size(min = 1, max = 63) String> onBehalfOf,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do; bắt buộc khi chuyển cơ quan, khi sửa onBehalfOf, và khi dự thảo đã kết thúc lấy ý kiến"
                    + " · needed for a move, for a change of onBehalfOf, and once the draft is CLOSED")
        String reason) {

  /** Sets the defaults: a letter always has a channel, and no signer without a known field. */
  public LetterPatch {
    channel = channel == null ? Channel.LETTER : channel;
    signer = signer == null ? null : Letter.Signer.of(signer.fullName(), signer.position());
  }

  static LetterPatch of(LetterView view) {
    return new LetterPatch(
        view.organization(),
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
        view.replaces(),
        view.onBehalfOf(),
        null);
  }
}
