package vn.sogopy.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jboss.logging.Logger;

/** Makes temporary files in the folder of this process. */
@ApplicationScoped
public class TemporaryFiles {
  private static final Logger LOG = Logger.getLogger(TemporaryFiles.class);

  @Inject UploadFolder folder;

  /**
   * A file with this content; to be closed.
   *
   * @throws ProblemException 503 where the disk does not take it
   */
  public TemporaryFile write(TemporaryFile.Content content) {
    try {
      return TemporaryFile.of(folder.path(), content);
    } catch (FileExchange.ClientGoneException e) {
      throw Failures.unavailable(); // which nobody hears
    } catch (IOException e) {
      LOG.errorf(e, "cannot write a temporary file in %s", folder.path());
      throw Failures.unavailable();
    }
  }
}
