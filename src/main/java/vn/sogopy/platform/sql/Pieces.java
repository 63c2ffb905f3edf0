package vn.sogopy.platform.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The bytes of stored files, in pieces: neither side ever holds a file whole in memory. A table of
 * pieces has the columns {@code ordinal} and {@code bytes}, and one that names the file.
 */
public final class Pieces {
  /** Bytes of every piece but the last. A part of the stored form: never to be changed. */
  public static final int SIZE = 256 * 1024;

  private final String table;
  private final String owner;

  /**
   * @param owner the column that names the file
   */
  public Pieces(String table, String owner) {
    this.table = table;
    this.owner = owner;
  }

  /** Stores a file; within the caller's transaction. The stream is not closed. */
  public void write(DataSource source, UUID file, InputStream in) throws IOException {
    byte[] piece = in.readNBytes(SIZE);
    for (int ordinal = 0; piece.length > 0; ordinal++) {
      Sql.of(
              "insert into " + table + " (" + owner + ", ordinal, bytes) values (?, ?, ?)",
              file,
              ordinal,
              piece)
          .execute(source);
      piece = in.readNBytes(SIZE);
    }
  }

  /**
   * Reads bytes of a file, each piece by a query of its own and outside any transaction: a slow
   * client holds no connection. Stored files never change, so all queries see the same.
   *
   * @param to the last byte, inclusive
   * @throws IOException if a piece is not there
   */
  public void read(DataSource source, UUID file, long from, long to, OutputStream out)
      throws IOException {
    for (long ordinal = from / SIZE; ordinal <= to / SIZE; ordinal++) {
      byte[] piece =
          Sql.of(
                  "select bytes from " + table + " where " + owner + " = ? and ordinal = ?",
                  file,
                  (int) ordinal)
              .first(source, row -> row.getBytes("bytes"))
              .orElseThrow(() -> new IOException("a piece of " + file + " is gone"));
      long start = ordinal * SIZE;
      int first = (int) Math.max(0, from - start);
      int end = (int) Math.min(piece.length, to - start + 1);
      if (end <= first) {
        throw new IOException("a piece of " + file + " is too short");
      }
      out.write(piece, first, end - first);
    }
  }
}
