package vn.sogopy.interchange.edxml;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import vn.sogopy.platform.sql.Pieces.Piece;

@Entity
@Table(name = "parked_piece")
class ParkedPiece extends Piece {}
