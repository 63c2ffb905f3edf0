package vn.sogopy.platform.http.upload;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.apache.commons.io.output.ProxyOutputStream;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;

/**
 * A file that is written once, read, and deleted. The next start deletes the files of a killed
 * process.
 *
 * @param size bytes
 * @param sha256 in hex, 64 lower-case digits
 */
public record TemporaryFile(Path path, long size, String sha256) implements Closeable {
  private static final Logger LOG = Logger.getLogger(TemporaryFile.class);
  private static final int PIECE = 64 * 1024;

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * A file with this content. The caller closes it.
   *
   * @param limit maximum size, in bytes
   * @throws ProblemException 503 if the disk cannot be written, 413 above the limit
   * @throws IOException as the content throws it
   */
  static TemporaryFile of(Path folder, long limit, Content content) throws IOException {
    Path path = create(folder);
    try (OutputStream file = Files.newOutputStream(path)) {
      DigestOutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(new LimitedFile(file, folder, limit), PIECE),
              Sha256.digest());
      content.write(out);
      out.flush();
      return new TemporaryFile(
          path, Files.size(path), HexFormat.of().formatHex(out.getMessageDigest().digest()));
    } catch (IOException | RuntimeException | Error e) {
      remove(path);
      throw e;
    }
  }

  private static Path create(Path folder) {
    try {
      Files.createDirectories(folder);
      return Files.createTempFile(folder.toAbsolutePath(), "own-", null);
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
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

  /** Distinguishes an error of the disk from one of the content. */
  private static final class LimitedFile extends ProxyOutputStream {
    private final Path folder;
    private final long limit;
    private long size;
    private boolean failed;

    private LimitedFile(OutputStream file, Path folder, long limit) {
      super(file);
      this.folder = folder;
      this.limit = limit;
    }

    @Override
    protected void beforeWrite(int length) {
      size += length;
      if (size > limit) {
        throw ProblemException.tooLarge(limit);
      }
    }

    @Override
    protected void handleIOException(IOException e) {
      // Writers write again when they are closed: one log entry is enough.
      boolean known = failed;
      failed = true;
      throw known ? FailureProblems.unavailable() : FailureProblems.unwritable(folder, e);
    }
  }
}
