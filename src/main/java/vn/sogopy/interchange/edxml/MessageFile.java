package vn.sogopy.interchange.edxml;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.letter.attachment.IncomingFile;

/** A file of a message as it is shown. */
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
