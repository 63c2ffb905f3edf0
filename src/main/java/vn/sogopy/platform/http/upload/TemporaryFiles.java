package vn.sogopy.platform.http.upload;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import org.apache.commons.io.output.ProxyOutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Sha256;

/** Makes temporary files in the folder of this process, where the framework puts uploads too. */
@ApplicationScoped
public class TemporaryFiles {
  private static final int PIECE = 64 * 1024;

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

  /** Removes the files of a killed process; only this process uses the folder. */
  void clean(@Observes StartupEvent event) {
    try {
      Files.createDirectories(folder);
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file with content made by this service. The caller closes it.
   *
   * @throws ProblemException 503 if the disk cannot be written
   */
  public TemporaryFile write(TemporaryFile.Content content) {
    try {
      return receive(Long.MAX_VALUE, content);
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
  }

  /**
   * A file with content of a client. The caller closes it.
   *
   * @param limit maximum size, in bytes
   * @throws ProblemException 503 if the disk cannot be written, 413 above the limit
   * @throws IOException as the content throws it
   */
  TemporaryFile receive(long limit, TemporaryFile.Content content) throws IOException {
    Path path = create();
    try (OutputStream file = Files.newOutputStream(path)) {
      DigestOutputStream out =
          new DigestOutputStream(
              new BufferedOutputStream(new LimitedFile(file, limit), PIECE), Sha256.digest());
      content.write(out);
      out.flush();
      return new TemporaryFile(
          path, Files.size(path), HexFormat.of().formatHex(out.getMessageDigest().digest()));
    } catch (IOException | RuntimeException | Error e) {
      TemporaryFile.remove(path);
      throw e;
    }
  }

  private Path create() {
    try {
      Files.createDirectories(folder);
      return Files.createTempFile(folder.toAbsolutePath(), "own-", null);
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
  }

  /** Distinguishes an error of the disk from one of the content. */
  private final class LimitedFile extends ProxyOutputStream {
    private final long limit;
    private long size;
    private boolean failed;

    private LimitedFile(OutputStream file, long limit) {
      super(file);
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
