package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.UuidGenerator;

/** A program or script that came with a letter: its bytes are not stored; immutable. */
@Entity
public class LeftOutFile {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID letterId;

  public String fileName;

  public String mediaType;

  /** Bytes. */
  public long size;

  public byte[] sha256;

  public Instant createdAt;

  public String createdBy;

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
    return new View(fileName, mediaType, size, HexFormat.of().formatHex(sha256));
  }
}
