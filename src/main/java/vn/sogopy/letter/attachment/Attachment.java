package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.platform.sql.Pieces.Piece;

/** A file of a letter; immutable. {@link AttachmentPiece} holds its bytes. */
@Entity
public class Attachment {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID letterId;

  public String fileName;

  public String mediaType;

  @Enumerated(EnumType.STRING)
  public FileRisk fileRisk;

  /** Bytes. */
  public long size;

  public byte[] sha256;

  public Instant createdAt;

  public String createdBy;

  @Entity
  @Table(name = "attachment_piece")
  static class AttachmentPiece extends Piece {}
}
