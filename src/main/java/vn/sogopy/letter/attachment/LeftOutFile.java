package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.security.Actor;

/** A program or script that came with a letter: its bytes are not stored; immutable. */
@Entity
public class LeftOutFile extends FiledFile {
  public UUID letterId;

  LeftOutFile() {}

  LeftOutFile(Actor actor, UUID letterId, IncomingFile file) {
    super(actor, file);
    this.letterId = letterId;
  }

  /** In a response. */
  @Schema(name = "LeftOutFile")
  public record View(
      @Schema(maxLength = 255, examples = "setup.exe") String fileName,
      @Schema(
              maxLength = 200,
              description = "Theo nội dung tệp · by the content of the file",
              examples = "application/x-msdownload")
          String mediaType,
      @Schema(description = "Byte") long size,
      @Schema(description = "Hệ 16 · in hex", pattern = "[0-9a-f]{64}", maxLength = 64)
          String sha256) {}

  public View view() {
    return new View(fileName, mediaType, size, hash());
  }
}
