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
 * Bodies above {@link BodyLimit#DEFAULT} on this replica. Such a body of JSON becomes text and
 * records and once more the answer, all in memory: some are read at once, to the disk, so that a
 * slow client does not keep the others waiting, and one at a time is worked on.
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
   * @param files requests with forms or files that may lie on the disk at once
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

  /** Where such bodies of JSON are read. */
  Semaphore places() {
    return places;
  }

  /** Whose body is worked on. */
  Semaphore turn() {
    return turn;
  }

  /** Whose forms and files are on the disk. */
  Semaphore files() {
    return files;
  }

  /**
   * @throws ProblemException 503 if it does not come in time
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
