package vn.sogopy.platform.http.upload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.json.BodyLimit;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Limits concurrent bodies above {@link BodyLimit#DEFAULT} on this replica. Such a JSON body is
 * held in memory as text, as records and as the response. Several are read at once, to the disk, so
 * that a slow client does not block others; one at a time is processed.
 */
@ApplicationScoped
class LargeBodies {
  private static final int PLACES = 16;

  private static final int WAIT_SECONDS = 60;

  private final Semaphore places;
  private final Semaphore turn = new Semaphore(1, true);
  private final Semaphore files;
  private final int waitSeconds;

  /**
   * @param files maximum number of concurrent requests with forms or files on the disk
   */
  @Inject
  LargeBodies(
      @ConfigProperty(name = "sogopy.attachments.max-parallel", defaultValue = "64") int files) {
    this(PLACES, files, WAIT_SECONDS);
  }

  LargeBodies(int places, int files, int waitSeconds) {
    this.places = new Semaphore(places, true);
    this.files = new Semaphore(files);
    this.waitSeconds = waitSeconds;
  }

  /** Permits to read large JSON bodies. */
  Semaphore places() {
    return places;
  }

  /** The permit to process a large body. */
  Semaphore turn() {
    return turn;
  }

  /** Permits for forms and files on the disk. */
  Semaphore files() {
    return files;
  }

  /**
   * @throws ProblemException 503 if the wait times out
   */
  void await(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
        throw FailureProblems.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureProblems.unavailable();
    }
  }
}
