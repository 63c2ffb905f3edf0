package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import vn.sogopy.platform.sql.Pieces.Piece;
import vn.sogopy.security.Actor;

/** A file of a letter; immutable. {@link AttachmentPiece} holds its bytes. */
@Entity
public class Attachment extends FiledFile {
  public UUID letterId;

  @Enumerated(EnumType.STRING)
  public FileRisk fileRisk;

  Attachment() {}

  Attachment(Actor actor, UUID letterId, IncomingFile file) {
    super(actor, file);
    this.letterId = letterId;
    fileRisk = file.risk();
  }

  @Entity
  @Table(name = "attachment_piece")
  static class AttachmentPiece extends Piece {}
}
