package vn.sogopy.letter.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Pieces;

/** The bytes of attached files. */
@ApplicationScoped
class AttachmentPieces {
  private static final Pieces PIECES = new Pieces("attachment_piece", "attachment_id");

  @Inject DataSource source;

  /** Stores a file in the transaction of the caller. */
  void write(UUID attachment, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      PIECES.write(source, attachment, in);
    }
  }

  /** See {@link Pieces#read}. */
  void read(UUID attachment, long from, long to, OutputStream out) throws IOException {
    PIECES.read(source, attachment, from, to, out);
  }
}
