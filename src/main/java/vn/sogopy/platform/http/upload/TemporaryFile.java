package vn.sogopy.platform.http.upload;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * A file that is written once, read, and deleted. The next start deletes the files of a killed
 * process.
 *
 * @param size bytes
 * @param sha256 in hex, 64 lower-case digits
 */
public record TemporaryFile(Path path, long size, String sha256) implements Closeable {
  private static final Logger LOG = Logger.getLogger(TemporaryFile.class);

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  public InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    remove(path);
  }

  static void remove(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      LOG.warnf("cannot remove %s: %s", path, e);
    }
  }
}
