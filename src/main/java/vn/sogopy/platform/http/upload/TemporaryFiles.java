package vn.sogopy.platform.http.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/** Makes temporary files in the folder of this process. */
@ApplicationScoped
public class TemporaryFiles {
  private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);

  @ConfigProperty(name = "quarkus.http.body.uploads-directory")
  Path folder;

  /**
   * Runs work on a named file with this content, for libraries that require a path, and deletes it.
   * A file left by a killed process is deleted by the next start.
   *
   * @throws ProblemException 503 if the disk cannot be written
   */
  public <T> T named(TemporaryFile.Content content, Function<Path, T> work) {
    Path file = null;
    try {
      try {
        Files.createDirectories(folder);
        file = Files.createTempFile(folder, "named-", null);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          content.write(out);
        }
      } catch (IOException e) {
        throw FailureProblems.unwritable(folder, e);
      }
      return work.apply(file);
    } finally {
      remove(file);
    }
  }

  private static void remove(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      LOG.warnf("cannot remove %s: %s", file, e);
    }
  }

  /**
   * A file with this content. The caller closes it.
   *
   * @throws ProblemException 503 if the disk cannot be written
   */
  public TemporaryFile write(TemporaryFile.Content content) {
    try {
      return TemporaryFile.of(folder, content);
    } catch (FileExchange.ClientGoneException e) {
      throw FailureProblems.unavailable(); // There is no caller to report it to.
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
  }
}
