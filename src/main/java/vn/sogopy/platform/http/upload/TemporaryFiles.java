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
   * Lets work be done on a file with this content that has a name, for what reads no other; then it
   * is gone. One that a killed process leaves behind goes when the next one starts.
   *
   * @throws ProblemException 503 where the disk does not take it
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
   * A file with this content; to be closed.
   *
   * @throws ProblemException 503 where the disk does not take it
   */
  public TemporaryFile write(TemporaryFile.Content content) {
    try {
      return TemporaryFile.of(folder, content);
    } catch (FileExchange.ClientGoneException e) {
      throw FailureProblems.unavailable(); // which nobody hears
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
  }
}
