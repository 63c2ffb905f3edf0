package vn.sogopy.platform.http.upload;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/** Makes temporary files in the folder of this process, where the framework puts uploads too. */
@ApplicationScoped
public class TemporaryFiles {
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
      return TemporaryFile.of(folder, Long.MAX_VALUE, content);
    } catch (IOException e) {
      throw FailureProblems.unwritable(folder, e);
    }
  }

  /**
   * A file with content of a client. The caller closes it.
   *
   * @param limit bytes
   * @throws ProblemException 503 if the disk cannot be written, 413 above the limit
   * @throws IOException as the content throws it
   */
  TemporaryFile receive(long limit, TemporaryFile.Content content) throws IOException {
    return TemporaryFile.of(folder, limit, content);
  }
}
