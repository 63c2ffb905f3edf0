package vn.sogopy.platform.sql;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** A piece of a stored file, with an entity for each table of {@link Pieces}. */
@MappedSuperclass
public abstract class Piece {
  @EmbeddedId public Key key;
  public byte[] bytes;

  /** The file and the index of the piece, from 0. */
  @Embeddable
  public record Key(@Column(name = "file_id") UUID file, int ordinal) {}
}
