package vn.sogopy.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.problem.Messages;

/** The places with the name of a person, for an administrator. */
@Schema(name = "PersonalData")
public record PersonalData(
    @Schema(description = "Tên đã tìm · the name that was asked for") String name,
    Instant at,
    @Schema(
            description = "Nhiều nhất 2.000 chỗ · at most 2,000 places",
            maxItems = PersonalData.MAX)
        List<Place> items,
    @Schema(description = "Còn chỗ khác chưa nêu · there are more") boolean incomplete) {
  static final int MAX = 2_000;

  /** What a place with a name is. */
  @Schema(name = "PersonalDataKind")
  public enum Kind {
    AUTHOR,
    CONTACT,
    CONTACT_HISTORY,
    CONTACT_NOTE,
    REMINDER,
    ASSIGNEE,
    KEPT_ANSWER,
    SIGNER,
    LETTER_HISTORY,
    LETTER_TEXT,
    FILE,
    EDITION,
    COMMENT_TEXT,
    REQUEST_TEXT,
    OFFICIAL,
    KEY,
    ORGANIZATION,
    AUDIT,
    ERASURE
  }

  /** Why an erasure leaves a place as it is. */
  @Schema(name = "PersonalDataKept")
  public enum Kept {
    OFFICIAL_LETTER(
        "Văn bản đến là hồ sơ phải lưu trữ theo pháp luật về lưu trữ; người ký là một phần của văn bản",
        "Letters are records that archive law keeps; the signer is part of the letter"),
    FILE(
        "Tệp của văn bản là hồ sơ lưu trữ, không sửa; tên có thể nằm trong nội dung tệp",
        "Files of letters are records of the archive and not changed; the name may be within the file"),
    SEALED_EDITION("Bản chốt số liệu không thay đổi", "A sealed edition does not change"),
    STATEMENT(
        "Tên nằm trong nội dung góp ý, trả lời hoặc trích yếu, là nội dung của hồ sơ",
        "The name is within the words of a comment, an answer or a subject, which are the record itself"),
    OFFICIAL_ACT(
        "Ai đã làm gì khi thi hành công vụ; lịch sử và hồ sơ phải giữ",
        "Who did what in office; history and records keep it"),
    ORGANIZATION_NAME(
        "Tên của bên góp ý trong danh mục; người quản trị sửa danh mục nếu cần",
        "A name in the list of bodies; an administrator corrects it there if need be"),
    AUDIT("Nhật ký an ninh không sửa, không xóa", "The audit is neither changed nor deleted"),
    ERASURE(
        "Ghi lại việc xóa, để xóa lại sau khi khôi phục bản sao lưu",
        "The record of the erasure, to erase again after a restore"),
    LONGER_NAME(
        "Tên ở đây dài hơn hoặc viết khác: hãy xem có phải cùng một người không, rồi gửi lại đúng tên đó",
        "The name is longer or written otherwise here: see whether it is the same person, then send that name");

    private final String vietnamese;
    private final String english;

    Kept(String vietnamese, String english) {
      this.vietnamese = vietnamese;
      this.english = english;
    }

    String text(Locale locale) {
      return locale.equals(Messages.VIETNAMESE) ? vietnamese : english;
    }
  }

  /** One place: a reference, and its personal fields. */
  @Schema(name = "PersonalDataPlace")
  public record Place(
      Kind kind,
      @Schema(
              nullable = true,
              description =
                  "Mã của ý kiến, văn bản, tệp, bản chốt… · id of the comment, letter, file, edition…")
          UUID id,
      @Schema(nullable = true) String plan,
      @Schema(nullable = true) Integer draft,
      @Schema(nullable = true) String organization,
      @Schema(
              nullable = true,
              description =
                  "Dữ liệu cá nhân ở đó; null: chỉ nêu chỗ, không nêu nội dung · the personal data; null: the place alone, not its words")
          String value,
      @Schema(nullable = true, description = "Vì sao không xóa; null = xóa được · why it is kept")
          Kept kept,
      @Schema(nullable = true, description = "Theo Accept-Language · by Accept-Language")
          String reason) {}
}
