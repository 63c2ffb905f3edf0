package vn.sogopy.letter.minutes;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import vn.sogopy.letter.attachment.FileRisk;
import vn.sogopy.letter.attachment.FiledFile;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.sql.Pieces.Piece;
import vn.sogopy.security.Actor;

/** The minutes of a meeting about a draft, as a file; immutable. */
@Entity
public class Minutes extends FiledFile {
  public UUID draftId;

  @Enumerated(EnumType.STRING)
  public FileRisk fileRisk;

  Minutes() {}

  Minutes(Actor actor, UUID draftId, IncomingFile file) {
    super(actor, file);
    this.draftId = draftId;
    fileRisk = file.risk();
  }

  @Entity
  @Table(name = "minutes_piece")
  static class MinutesPiece extends Piece {}
}
