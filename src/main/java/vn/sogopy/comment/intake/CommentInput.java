package vn.sogopy.comment.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.Comment.Author;
import vn.sogopy.comment.Comment.Locator;
import vn.sogopy.comment.Kind;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter.Signer;
import vn.sogopy.letter.LetterDetails;
import vn.sogopy.letter.LetterNumber;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.letter.Position;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/** A comment in a request. */
public record CommentInput(
    @Size(min = 1, max = 63)
        @Schema(
            nullable = true,
            description =
                "Mã cơ quan góp ý; bỏ trống nếu khóa đã gắn với cơ quan · may be left out where the key is bound to one",
            examples = "sgtvt")
        String organization,
    @Valid
        @Schema(
            nullable = true,
            description = "Văn bản góp ý; null = không bằng văn bản · null = without a letter")
        Letter letter,
    @Size(min = 1, max = 40)
        @Schema(
            nullable = true,
            description = "Mã mục; null = ý kiến chung · section code; null = a general comment",
            examples = "V.1")
        String section,
    @Size(max = 20)
        @Schema(nullable = true, description = "Các mục liên quan khác · further sections touched")
        List<@NotNull @Size(min = 1, max = 40) String> alsoSections,
    @Valid @Schema(nullable = true) Locator locator,
    @Schema(nullable = true, defaultValue = "OTHER") Kind kind,
    @NotNull @Size(min = 1, max = 20_000) @Schema(description = "Nội dung góp ý · what is said")
        String content,
    @Size(min = 1, max = 20_000)
        @Schema(nullable = true, description = "Đề xuất sửa · proposed wording")
        String proposal,
    @Valid @Schema(nullable = true) Author author,
    @Schema(
            nullable = true,
            description =
                "Tiếp theo ý kiến này ở dự thảo trước · follows this comment of an earlier draft")
        UUID follows,
    @Size(min = 1, max = 200)
        @Pattern(regexp = "[^\\n\\t]+")
        @Schema(
            nullable = true,
            description =
                "Mã ở hệ thống gửi, duy nhất theo client và quy hoạch · the sender's own id, unique per client and plan")
        String externalId,
    @Schema(
            nullable = true,
            defaultValue = "false",
            description =
                "Hạn chế tiếp cận · for its organization, CONSULTANT and COORDINATOR alone")
        Boolean restricted,
    @Size(min = 1, max = 1_000)
        @Schema(
            nullable = true,
            description =
                "Lý do nhập khi dự thảo đã kết thúc lấy ý kiến · why it is entered after the draft closed")
        String reason) {

  /**
   * The comment with its defaults, so that omitted and explicit defaults compare as equal. A key
   * that is bound to an organization sets the organization.
   *
   * @throws ProblemException 403 when a SUBMITTER names another organization than its own
   */
  public CommentInput by(Caller caller) {
    caller.requireOrganization(organization);
    return of(caller.organization() != null ? caller.organization() : organization);
  }

  /** The comment of this organization, with its defaults. */
  CommentInput of(String sender) {
    return new CommentInput(
        sender,
        letter,
        section,
        alsoSections == null ? List.of() : alsoSections,
        locator,
        kind == null ? Kind.OTHER : kind,
        content,
        proposal,
        author,
        follows,
        externalId,
        Boolean.TRUE.equals(restricted),
        reason);
  }

  /**
   * The content that is compared under an externalId. It excludes the reason, and what is stated of
   * the letter beside its identity.
   */
  CommentInput compared() {
    return new CommentInput(
        organization,
        letter == null ? null : Letter.of(letter.number, letter.date),
        section,
        alsoSections,
        locator,
        kind,
        content,
        proposal,
        author,
        follows,
        externalId,
        restricted,
        null);
  }

  /** What it states of its letter; null = nothing. */
  List<String> onBehalfOf() {
    return letter == null ? null : letter.onBehalfOf();
  }

  /** Whether it is nothing but an agreement with the draft: "Nhất trí với dự thảo". */
  boolean onlyAgrees() {
    return proposal == null && Agreement.isOnly(content);
  }

  /**
   * A letter that is found by organization, number and year, or created. The fields after the date
   * are used when it is created.
   */
  @Schema(name = "CommentLetterInput")
  public record Letter(
      @NotNull
          @Size(min = 1, max = 100)
          @Pattern(regexp = LetterNumber.FORM, message = LetterNumber.EXAMPLE)
          @Schema(
              pattern = LetterNumber.ONE_LINE,
              description =
                  "Số, ký hiệu; có ít nhất một chữ hoặc số · number with symbol; with at least one letter or digit",
              examples = "510/SGTVT-KCHT")
          String number,
      @NotNull LocalDate date,
      @Schema(
              nullable = true,
              description =
                  "Ngày đến; mặc định hôm nay (giờ Việt Nam). Do cơ quan nhận ghi: lời khai của SUBMITTER chỉ được giữ bên cạnh"
                      + " · day of arrival; today in Vietnam if left out. It belongs to the receiver: what a SUBMITTER states is only kept beside it")
          LocalDate receivedOn,
      @Size(min = 1, max = 50)
          @Schema(
              nullable = true,
              description = "Số đến; do cơ quan nhận ghi · arrival number; the receiver's, too")
          String arrivalNumber,
      @Schema(
              nullable = true,
              description =
                  "Ý kiến trả lời của cả văn bản; AGREES không kèm ý kiến · of the letter as a whole; AGREES carries no comments")
          Position position,
      @Schema(nullable = true, description = "Mặc định LETTER · LETTER if left out")
          Channel channel,
      @Valid @Schema(nullable = true, description = "Người ký · who signed") Signer signer,
      @Size(min = 1, max = 2_000) @Schema(nullable = true, description = "Trích yếu · subject")
          String subject,
      @Size(max = OnBehalf.MAX)
          @Schema(
              nullable = true,
              description =
                  "Trả lời thay cho các cơ quan này; rỗng = chỉ cho chính mình; như onBehalfOf của văn bản"
                      + " · codes of the bodies that it also speaks for; empty = for itself alone; as onBehalfOf of a letter")
          List<@NotNull @Size(min = 1, max = 63) String> onBehalfOf) {

    /** A letter of which nothing else is stated. */
    public static Letter of(String number, LocalDate date) {
      return new Letter(number, date, null, null, null, null, null, null, null);
    }

    LetterDetails details() {
      return new LetterDetails(
          date, receivedOn, arrivalNumber, position, channel, signer, subject, onBehalfOf);
    }
  }
}
