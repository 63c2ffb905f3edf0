package vn.sogopy.register.edition;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.sogopy.platform.sql.Pieces.Piece;

@Entity
@Table(name = "edition_piece")
class EditionPiece extends Piece {}
