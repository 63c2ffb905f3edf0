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
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.text.Sha256;

/** The bytes of the files of editions. */
@ApplicationScoped
class EditionStore {
  @Inject EditionFileRepository files;
  @Inject Pieces pieces;

  /** Stores a file with its bytes in the caller's transaction. */
  void add(EditionFile file, InputStream bytes) {
    files.persistAndFlush(file);
    try (bytes) {
      pieces.write(EditionPiece::new, file.id, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** See {@link Pieces#read}. */
  void read(UUID file, long from, long to, OutputStream out) throws IOException {
    pieces.read(EditionPiece.class, file, from, to, out);
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
