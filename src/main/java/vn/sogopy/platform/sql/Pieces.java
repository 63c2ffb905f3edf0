package vn.sogopy.platform.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.MappedSuperclass;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** The bytes of stored files, in pieces: no file is held in memory as a whole. */
@ApplicationScoped
public class Pieces {
  /** Bytes of every piece but the last. The stored data depend on it: it never changes. */
  public static final int SIZE = 256 * 1024;

  @Inject StatelessSession session;
  @Inject SessionFactory sessions;

  /** Stores a file of the disk in the caller's transaction. */
  public void write(Supplier<? extends Piece> kind, UUID file, Path content) {
    try (InputStream in = Files.newInputStream(content)) {
      byte[] bytes = in.readNBytes(SIZE);
      for (int ordinal = 0; bytes.length > 0; ordinal++) {
        Piece piece = kind.get();
        piece.key = new Piece.Key(file, ordinal);
        piece.bytes = bytes;
        session.insert(piece);
        bytes = in.readNBytes(SIZE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads bytes of a file, each piece in its own session: a slow client holds no connection. Stored
   * files never change, so all queries read the same data.
   *
   * @param to the last byte, inclusive
   * @throws FileNotFoundException if a piece is missing: the file was deleted meanwhile
   * @throws IOException if a piece is too short
   */
  public void read(Class<? extends Piece> kind, UUID file, long from, long to, OutputStream out)
      throws IOException {
    for (long ordinal = from / SIZE; ordinal <= to / SIZE; ordinal++) {
      Piece.Key key = new Piece.Key(file, (int) ordinal);
      Piece piece = sessions.fromStatelessSession(once -> once.get(kind, key));
      if (piece == null) {
        throw new FileNotFoundException("a piece of " + file + " is gone");
      }
      long start = ordinal * SIZE;
      int first = (int) Math.max(0, from - start);
      int end = (int) Math.min(piece.bytes.length, to - start + 1);
      if (end <= first) {
        throw new IOException("a piece of " + file + " is too short");
      }
      out.write(piece.bytes, first, end - first);
    }
  }

  /** A piece of a stored file, with an entity for each table. */
  @MappedSuperclass
  public abstract static class Piece {
    @EmbeddedId public Key key;
    public byte[] bytes;

    /** The file and the index of the piece, from 0. */
    @Embeddable
    public record Key(@Column(name = "file_id") UUID file, int ordinal) {}
  }
}
