package vn.sogopy.letter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.sql.Sql;

/** The bytes of attached files, in pieces: neither side ever holds a file whole in memory. */
@ApplicationScoped
class AttachmentPieces {
  /** Bytes of every piece but the last. A part of the stored form: never to be changed. */
  static final int SIZE = 256 * 1024;

  @Inject DataSource source;

  /** Stores a file; within the caller's transaction. */
  void write(UUID attachment, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] piece = in.readNBytes(SIZE);
      for (int ordinal = 0; piece.length > 0; ordinal++) {
        Sql.of(
                "insert into attachment_piece (attachment_id, ordinal, bytes) values (?, ?, ?)",
                attachment,
                ordinal,
                piece)
            .execute(source);
        piece = in.readNBytes(SIZE);
      }
    }
  }

  /**
   * Reads bytes of a file, each piece by a query of its own and outside any transaction: a slow
   * client holds no connection. Attachments never change, so all queries see the same.
   *
   * @param to the last byte, inclusive
   */
  void read(UUID attachment, long from, long to, OutputStream out) throws IOException {
    for (long ordinal = from / SIZE; ordinal <= to / SIZE; ordinal++) {
      byte[] piece =
          Sql.of(
                  "select bytes from attachment_piece where attachment_id = ? and ordinal = ?",
                  attachment,
                  (int) ordinal)
              .first(source, row -> row.getBytes("bytes"))
              .orElseThrow(() -> new IOException("a piece of " + attachment + " is gone"));
      long start = ordinal * SIZE;
      int first = (int) Math.max(0, from - start);
      int end = (int) Math.min(piece.length, to - start + 1);
      out.write(piece, first, end - first);
    }
  }
}
