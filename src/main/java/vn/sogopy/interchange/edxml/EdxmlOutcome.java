package vn.sogopy.interchange.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.LetterIntakeService;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.consultation.letter.LetterView;
import vn.sogopy.interchange.edxml.ParkedLetterReader.ParkedLetterView;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.platform.text.Labelled;

/**
 * The outcome of a message.
 *
 * @param letter the new or referenced letter; null if it is parked
 * @param parked the parked letter; null unless it is parked
 * @param request the letter in the message; null if there is none
 */
public record EdxmlOutcome(Kind kind, LetterView letter, UUID parked, LetterRequest request) {

  /** The action taken. */
  @Schema(name = "EdxmlOutcome")
  public enum Kind implements Labelled {
    CREATED("Vào sổ văn bản mới"),
    /** The message is a duplicate. */
    UNCHANGED("Đã có trong sổ, không thay đổi"),
    REPLACED("Thay thế văn bản đã có"),
    UPDATED("Cập nhật văn bản đã có"),
    WITHDRAWN("Thu hồi văn bản đã có"),
    PARKED("Chờ vào sổ");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    @Override
    public String label() {
      return label;
    }
  }

  /** The outcome of a message without a letter of its own. */
  static EdxmlOutcome of(Kind kind, LetterView letter) {
    return new EdxmlOutcome(kind, letter, null, null);
  }

  /** The new or referenced letter. */
  LetterIntakeService.Intake intake() {
    return new LetterIntakeService.Intake(letter, isNew());
  }

  private boolean isNew() {
    return kind == Kind.CREATED || kind == Kind.REPLACED;
  }

  /**
   * The preview of the outcome: nothing was written.
   *
   * @param shown the parked letter; null unless it is parked
   */
  Preview preview(ParkedLetterView shown, EdxmlReader.Message message) {
    List<MessageFile> files = message.files().stream().map(MessageFile::of).toList();
    List<Warning> warnings = new ArrayList<>(shown == null ? letter.warnings() : shown.warnings());
    warnings.addAll(MessageFile.warnings(files));
    return new Preview(
        kind,
        letter == null ? null : letter.organization(),
        shown == null ? List.of() : shown.candidates(),
        message.header(),
        request,
        letter == null || isNew() ? null : letter.id(),
        files,
        warnings);
  }

  /** The preview of a message. */
  @Schema(name = "EdxmlPreview")
  public record Preview(
      @Schema(
              description =
                  "Văn bản này sẽ được ghi nhận như sau: vào sổ, đã có, thay thế, cập nhật, thu hồi, chờ vào sổ"
                      + " · this letter would be recorded so")
          Kind outcome,
      @Schema(nullable = true, maxLength = 63, description = "null = chưa xác định · not known")
          String organization,
      @Schema(maxItems = 6, description = "Có thể là những cơ quan này · it may be one of these")
          List<String> candidates,
      EdxmlHeader header,
      @Schema(nullable = true, description = "Văn bản sẽ vào sổ · the letter that would be filed")
          LetterRequest letter,
      @Schema(
              nullable = true,
              description = "Văn bản đã có mà thông điệp nói đến · the letter meant")
          UUID existing,
      @Schema(maxItems = 10) List<MessageFile> files,
      List<Warning> warnings) {}

  /** A file of a message. */
  @Schema(name = "EdxmlFile")
  public record MessageFile(
      @Schema(maxLength = 255) String fileName,
      @Schema(maxLength = 200, description = "Theo nội dung tệp · by the content of the file")
          String mediaType,
      @Schema(
              nullable = true,
              description =
                  "null: chương trình, tập lệnh, không lưu · a program or script, which is not stored")
          FileRisk fileRisk,
      @Schema(description = "Byte") long size,
      @Schema(description = "Hệ 16 · in hex", pattern = "[0-9a-f]{64}", maxLength = 64)
          String sha256) {

    static MessageFile of(IncomingFile file) {
      return new MessageFile(
          file.name(), file.mediaType(), file.risk(), file.upload().size(), file.upload().hash());
    }

    /** A warning for each program. */
    static List<Warning> warnings(List<MessageFile> files) {
      return IntStream.range(0, files.size())
          .filter(i -> files.get(i).fileRisk == null)
          .mapToObj(
              i -> Warning.of("/files/" + i, WarningCode.FILE_LEFT_OUT, files.get(i).fileName))
          .toList();
    }
  }
}
