package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.sogopy.platform.sql.Pieces.Piece;

@Entity
@Table(name = "attachment_piece")
class AttachmentPiece extends Piece {}
