package vn.sogopy.interchange.edxml;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.problem.Warning;

/** The preview of a message. */
@Schema(name = "EdxmlPreview")
public record EdxmlPreview(
    @Schema(
            description =
                "Văn bản này sẽ được ghi nhận như sau: vào sổ, đã có, thay thế, cập nhật, thu hồi, chờ xác định cơ quan"
                    + " · this letter would be recorded so")
        EdxmlOutcome.Kind outcome,
    @Schema(nullable = true, maxLength = 63, description = "null = chưa xác định · not known")
        String organization,
    @Schema(maxItems = 6, description = "Có thể là những cơ quan này · it may be one of these")
        List<String> candidates,
    EdxmlHeader header,
    @Schema(nullable = true, description = "Văn bản sẽ vào sổ · the letter that would be filed")
        LetterRequest letter,
    @Schema(nullable = true, description = "Văn bản đã có mà thông điệp nói đến · the letter meant")
        UUID existing,
    @Schema(maxItems = 10) List<MessageFile> files,
    List<Warning> warnings) {

  /** A file of a message in the preview. */
  @Schema(name = "EdxmlFile")
  public record MessageFile(
      @Schema(maxLength = 255) String fileName,
      @Schema(maxLength = 200, description = "Theo nội dung tệp · by the content of the file")
          String mediaType,
      @Schema(description = "Byte") long size,
      @Schema(description = "Hệ 16 · in hex", pattern = "[0-9a-f]{64}", maxLength = 64)
          String sha256) {

    static MessageFile of(IncomingFile file) {
      return new MessageFile(
          file.name(), file.type().mediaType(), file.upload().size(), file.upload().hash());
    }
  }
}
