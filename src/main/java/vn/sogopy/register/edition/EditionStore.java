package vn.sogopy.register.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.text.Sha256;

/** The bytes of the files of editions. */
@ApplicationScoped
class EditionStore {
  private static final Pieces PIECES = new Pieces("edition_piece", "file_id");

  @Inject EditionFileRepository files;
  @Inject DataSource source;

  /** Keeps a file with its bytes; within the caller's transaction. */
  void add(EditionFile file, InputStream bytes) {
    files.persistAndFlush(file);
    try {
      PIECES.write(source, file.id, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** See {@link Pieces#read}. */
  void read(UUID file, long from, long to, OutputStream out) throws IOException {
    PIECES.read(source, file, from, to, out);
  }

  /** Whether the bytes have the digest of the file. */
  boolean isIntact(EditionFile file) {
    MessageDigest digest = Sha256.digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      read(file.id, 0, file.size - 1, out);
    } catch (IOException missing) {
      // A piece is missing.
      return false;
    }
    return MessageDigest.isEqual(digest.digest(), file.sha256);
  }
}
