package vn.sogopy.letter.attachment;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.sogopy.platform.sql.Piece;

@Entity
@Table(name = "attachment_piece")
class AttachmentPiece extends Piece {}
