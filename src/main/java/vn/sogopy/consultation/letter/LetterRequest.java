package vn.sogopy.consultation.letter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/** A letter with all its comments in a request. */
@Schema(name = "LetterInput")
public record LetterRequest(
    @Size(min = 1, max = 63)
        @Schema(
            nullable = true,
            description =
                "Mã cơ quan gửi; bỏ trống nếu khóa đã gắn với cơ quan · may be left out where the key is bound to one",
            examples = "sxd")
        String organization,
    @NotNull
        @Size(min = 1, max = 100)
        @Pattern(regexp = LetterNumber.FORM, message = LetterNumber.EXAMPLE)
        @Schema(
            pattern = LetterNumber.ONE_LINE,
            description =
                "Số, ký hiệu như trên văn bản; có ít nhất một chữ hoặc số · number with symbol, as typed; with at least one letter or digit",
            examples = LetterNumber.EXAMPLE)
        String number,
    @NotNull
        @Schema(
            maxLength = 10,
            description =
                "Ngày văn bản; ngày bất thường trong các năm 1900-2200 được nhận và cảnh báo · date of the letter; an odd one of the years 1900 to 2200 is taken, with a warning")
        LocalDate date,
    @Size(min = 1, max = 50) @Schema(nullable = true, description = "Số đến · arrival number")
        String arrivalNumber,
    @Schema(
            nullable = true,
            description =
                "Ngày đến; mặc định hôm nay (giờ Việt Nam). Do cơ quan nhận ghi: lời khai của SUBMITTER được giữ ở claimed"
                    + " · day of arrival; today in Vietnam if left out. It belongs to the receiver: what a SUBMITTER states is kept in `claimed`")
        LocalDate receivedOn,
    @Valid @Schema(nullable = true, description = "Người ký · who signed") Letter.Signer signer,
    @Schema(nullable = true, description = "null = chưa rõ · not known yet") Position position,
    @Schema(nullable = true, defaultValue = "LETTER") Channel channel,
    @Size(min = 1, max = 2_000) @Schema(nullable = true, description = "Trích yếu · subject")
        String subject,
    @Size(min = 1, max = 2_000)
        @Schema(
            nullable = true,
            description =
                "Dịp, nơi góp ý nếu không phải văn bản (hội nghị…) · the occasion, such as a workshop")
        String occasion,
    @Size(min = 1, max = 100)
        @Pattern(regexp = "[^\\n\\t]*")
        @Schema(
            nullable = true,
            description = "Trả lời văn bản xin ý kiến số · number of the request letter it answers")
        String inReplyTo,
    @Schema(
            nullable = true,
            description =
                "Thay thế văn bản này của cùng cơ quan, cùng dự thảo · takes the place of this letter of the same body and draft")
        UUID replaces,
    @Size(max = OnBehalf.MAX)
        @Schema(
            nullable = true,
            description =
                "Trả lời thay cho các cơ quan này; null = mặc định: thay cho cơ quan đã kết thúc hoạt động mà cơ quan gửi là cơ quan kế thừa"
                    + " duy nhất; rỗng = chỉ cho chính mình. SUBMITTER chỉ nêu cơ quan mà mình kế thừa · codes of the bodies that it also"
                    + " speaks for; null = the default: the ended ones of which its sender is the only successor; empty = for itself"
                    + " alone. A SUBMITTER names only bodies of which it is a successor")
        List<@NotNull @Size(min = 1, max = 63) String> onBehalfOf,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Văn bản mật: chỉ nhập số, ngày; không trích yếu, ý kiến, tệp · a stub: no subject, comments or files")
        Boolean classified,
    @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\n\\t]+")
        @Schema(
            nullable = true,
            description =
                "Mã ở hệ thống gửi, duy nhất theo client và quy hoạch · the sender's own id, unique per client and plan")
        String externalId,
    @Size(max = MAX_COMMENTS)
        @Schema(nullable = true, description = "Các ý kiến trong văn bản · the comments it carries")
        List<@NotNull @Valid LetterComment> comments,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do nhập khi dự thảo đã kết thúc lấy ý kiến · why it is entered after the draft closed")
        String reason) {

  public static final int MAX_COMMENTS = 500;

  /** Bytes. */
  public static final int BODY_LIMIT = 16 * 1024 * 1024;

  /** Sets the default values, so that omitted and explicit ones compare as equal. */
  public LetterRequest {
    channel = channel == null ? Channel.LETTER : channel;
    classified = Boolean.TRUE.equals(classified);
    comments = comments == null ? List.of() : comments;
  }

  /**
   * Checks rules that involve several fields.
   *
   * @throws ProblemException 400 for comments in a letter that agrees, contents of a classified one
   */
  public void check() {
    List<FieldError> errors = new ArrayList<>();
    if (classified) {
      stub(subject != null, "/subject", errors);
      stub(occasion != null, "/occasion", errors);
      stub(!comments.isEmpty(), "/comments", errors);
    } else if (position == Position.AGREES && !comments.isEmpty()) {
      errors.add(FieldError.pointer("/comments", FieldCode.LETTER_AGREES));
    }
    ProblemException.requireNone(errors);
  }

  static void stub(boolean given, String pointer, List<FieldError> errors) {
    if (given) {
      errors.add(FieldError.pointer(pointer, FieldCode.CLASSIFIED));
    }
  }

  /**
   * The letter to be filed.
   *
   * @param today arrival day if the request has none; null = unknown
   */
  public Letter letter(UUID organizationId, LocalDate today) {
    Letter letter = new Letter();
    letter.organizationId = organizationId;
    letter.identify(number, date);
    letter.arrivalNumber = arrivalNumber;
    letter.receivedOn = receivedOn == null ? today : receivedOn;
    letter.signer = signer;
    letter.position = position;
    letter.channel = channel;
    letter.subject = subject;
    letter.occasion = occasion;
    letter.inReplyTo = inReplyTo;
    letter.replacesId = replaces;
    letter.onBehalfOf = onBehalfOf == null ? null : onBehalfOf.toArray(String[]::new);
    letter.classified = classified;
    letter.externalId = externalId;
    return letter;
  }
}
