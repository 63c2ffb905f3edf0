package vn.sogopy.plan.work;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;
import vn.sogopy.platform.sql.Pieces.Piece;

/** A long work that its person has left, and its result. */
@Entity
class DeskWork {
  @Id
  @GeneratedValue
  @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
  UUID id;

  UUID draftId;

  /** As that of the caller. */
  String credential;

  /** Whether the person saw restricted comments at the start. */
  boolean restricted;

  String caption;

  /** Rows read so far. */
  int rowCount;

  Instant startedAt;

  /** The last sign of life of the process that does it. */
  Instant seenAt;

  /** Null: not yet. */
  Instant finishedAt;

  /** The sentence of the failure; null = none. */
  String problem;

  /** The page of the result; null = none. */
  String address;

  /** The file; null = none. */
  String fileName;

  String mediaType;

  /** Bytes; null without a file. */
  Long size;

  String sha256;

  /** A piece of the file. */
  @Entity
  @Table(name = "desk_work_piece")
  static class WorkPiece extends Piece {}
}
