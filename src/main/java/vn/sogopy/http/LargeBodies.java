package vn.sogopy.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bodies of JSON above {@link Body#DEFAULT_LIMIT}, which lie in memory whole, as text and as
 * records, and once more as the answer: a few are read at once, so that a slow client does not keep
 * the others waiting, and one at a time is worked on.
 */
@ApplicationScoped
class LargeBodies {
  /** On this replica; each may take its 16 MiB of the heap. */
  private static final int PLACES = 2;

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
        throw Failures.unavailable();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failures.unavailable();
    }
  }
}
