package vn.sogopy.platform.http.upload;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.sogopy.platform.http.json.Body;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Bodies of JSON above {@link Body#DEFAULT_LIMIT}, which lie in memory whole, as text and as
 * records, and once more as the answer: some are read at once, to the disk, so that a slow client
 * does not keep the others waiting, and one at a time is taken into memory and worked on.
 */
@ApplicationScoped
class LargeBodies {
  /** On this replica. */
  private static final int PLACES = 16;

  private static final int WAIT_SECONDS = 60;

  private final Semaphore places;
  private final Semaphore turn = new Semaphore(1, true);
  private final int waitSeconds;

  LargeBodies() {
    this(PLACES, WAIT_SECONDS);
  }

  LargeBodies(int places, int waitSeconds) {
    this.places = new Semaphore(places, true);
    this.waitSeconds = waitSeconds;
  }

  /** Where such bodies are read. */
  Semaphore places() {
    return places;
  }

  /** Whose body is worked on. */
  Semaphore turn() {
    return turn;
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
