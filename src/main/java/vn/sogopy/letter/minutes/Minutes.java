package vn.sogopy.letter.minutes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.platform.sql.Pieces.Piece;

/** The minutes of a meeting about a draft, as a file; immutable. */
@Entity
public class Minutes {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  public UUID id;

  public UUID draftId;

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
  @Table(name = "minutes_piece")
  static class MinutesPiece extends Piece {}
}
