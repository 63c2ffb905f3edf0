package vn.sogopy.letter.attachment;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.platform.http.download.FileExchange;

/** An attached file in a response. */
@Schema(name = "Attachment")
public record AttachmentView(
    UUID id,
    UUID letter,
    @Schema(maxLength = 255, examples = "Văn bản góp ý số 510.pdf") String fileName,
    @Schema(
            description = "Theo nội dung tệp · by the content of the file",
            examples = "application/pdf")
        String mediaType,
    @Schema(
            description =
                "MACROS: có macro; ARCHIVE: chứa tệp khác, chưa kiểm tra; UNKNOWN: không rõ loại, hỏng, đặt mật khẩu hoặc trang web; cẩn thận khi mở"
                    + " · has macros; holds other files, not checked; of an unknown type, damaged, with a password or a web page")
        FileRisk fileRisk,
    @Schema(description = "Byte") long size,
    @Schema(description = "Hệ 16 · in hex", pattern = "[0-9a-f]{64}", maxLength = 64) String sha256,
    Instant createdAt,
    String createdBy) {

  public FileExchange.Facts facts() {
    return new FileExchange.Facts(fileName, fileRisk.shown(mediaType), size, sha256);
  }

  static AttachmentView of(Attachment attachment) {
    return new AttachmentView(
        attachment.id,
        attachment.letterId,
        attachment.fileName,
        attachment.mediaType,
        attachment.fileRisk,
        attachment.size,
        attachment.hash(),
        attachment.createdAt,
        attachment.createdBy);
  }
}
