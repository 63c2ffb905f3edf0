package vn.sogopy.consultation.letter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Letter;
import vn.sogopy.letter.Position;
import vn.sogopy.letter.attachment.LeftOutFile;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;

/** A letter in a response, with the permissions of the caller applied. */
@Schema(name = "Letter")
public record LetterView(
    UUID id,
    String plan,
    int draft,
    @Schema(description = "Mã cơ quan gửi · organization code") String organization,
    @Schema(description = "Như đã ghi · as typed") String number,
    @Schema(description = "Không khoảng trắng, gạch nối thường · without blanks, plain hyphens")
        String numberNormalized,
    LocalDate date,
    @Schema(nullable = true, description = "Số đến · arrival number") String arrivalNumber,
    @Schema(nullable = true, description = "Ngày đến; null = chưa rõ · null = not known")
        LocalDate receivedOn,
    @Schema(
            nullable = true,
            description =
                "Ngày đến, số đến theo lời khai của SUBMITTER, nếu khác; ngày đến là ngày nhập · the arrival as a SUBMITTER stated it, where it differs; it arrived on the day of entry")
        Letter.Claim claimed,
    @Schema(nullable = true) Letter.Signer signer,
    @Schema(nullable = true, description = "null = chưa rõ · not known yet") Position position,
    Channel channel,
    @Schema(nullable = true, description = "Trích yếu · subject") String subject,
    @Schema(nullable = true) String occasion,
    @Schema(nullable = true) String inReplyTo,
    @Schema(
            nullable = true,
            description = "Thay thế văn bản này · it took the place of this letter")
        UUID replaces,
    @Schema(
            nullable = true,
            description = "Đã được thay bằng văn bản này · replaced by this letter")
        UUID replacedBy,
    @Schema(
            nullable = true,
            description =
                "Trả lời thay cho các cơ quan này; null = mặc định: thay cho cơ quan đã kết thúc hoạt động mà cơ quan gửi là cơ quan kế thừa"
                    + " duy nhất; rỗng = chỉ cho chính mình · codes of the bodies that it also speaks for; null = the default: the ended"
                    + " ones of which its sender is the only successor; empty = for itself alone")
        List<String> onBehalfOf,
    @Schema(
            nullable = true,
            description = "Được thay thế hoặc bị rút khi nào · when it was replaced or withdrawn")
        Instant withdrawnAt,
    @Schema(description = "Văn bản mật, chỉ ghi nhận là đã đến · a stub: only that it came")
        boolean classified,
    @Schema(nullable = true) String externalId,
    @Schema(description = "Đến sau thời hạn · came after the due date") boolean late,
    @Schema(description = "Không kể ý kiến đã rút, đã tách · without withdrawn and split ones")
        int commentCount,
    @Schema(
            description =
                "Ngày tháng bất thường, tệp không được lưu; không phải lỗi · odd dates, files left out; no refusals")
        List<Warning> warnings,
    @Schema(
            description =
                "Chương trình, tập lệnh gửi kèm: không lưu, chỉ ghi nhận · programs and scripts that came with it: not stored, only noted")
        List<LeftOutFile.View> leftOut,
    @Schema(
            nullable = true,
            description =
                "Chỉ có trong câu trả lời của POST; sau đó xem danh sách ý kiến với ?letter= · in the answer of the POST alone; else list comments by ?letter=")
        List<CommentView> comments,
    Instant createdAt,
    Instant updatedAt,
    int version) {

  /** The subject shown for a classified letter. */
  static final String CLASSIFIED_SUBJECT = "Văn bản mật, lưu hồ sơ riêng";

  /** The same letter with additional warnings. */
  public LetterView also(List<Warning> more) {
    return with(Stream.concat(warnings.stream(), more.stream()).toList(), leftOut, comments);
  }

  /** The same letter with these files, which were not stored, and a warning for each. */
  LetterView without(List<LeftOutFile.View> files) {
    return with(warnings, files, comments)
        .also(
            IntStream.range(0, files.size())
                .mapToObj(
                    i ->
                        Warning.of(
                            "/leftOut/" + i, WarningCode.FILE_LEFT_OUT, files.get(i).fileName()))
                .toList());
  }

  LetterView with(List<CommentView> newComments) {
    return with(warnings, leftOut, newComments);
  }

  private LetterView with(
      List<Warning> newWarnings, List<LeftOutFile.View> newLeftOut, List<CommentView> newComments) {
    return new LetterView(
        id,
        plan,
        draft,
        organization,
        number,
        numberNormalized,
        date,
        arrivalNumber,
        receivedOn,
        claimed,
        signer,
        position,
        channel,
        subject,
        occasion,
        inReplyTo,
        replaces,
        replacedBy,
        onBehalfOf,
        withdrawnAt,
        classified,
        externalId,
        late,
        commentCount,
        newWarnings,
        newLeftOut,
        newComments,
        createdAt,
        updatedAt,
        version);
  }
}
