package vn.sogopy.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how much is exported at once on one replica, in comments: small registers and work-lists
 * hardly count, of large ones two run at a time, so that intake stays quick and memory suffices.
 */
@ApplicationScoped
public class ExportSlots {
  /** From so many comments on an export is a large one. */
  private static final int LARGE = 2_000;

  /** Each that waits holds one of the service's 200 threads. */
  static final int MOST_WAITING = 50;

  private static final String RETRY_AFTER = "10";

  /** Comments in all exports that are made at once; what is larger runs alone. */
  @ConfigProperty(name = "sogopy.exports.comments-at-once", defaultValue = "100000")
  int capacity;

  /** Seconds that a caller waits for its turn. */
  @ConfigProperty(name = "sogopy.exports.wait-seconds", defaultValue = "5")
  int waitSeconds;

  private Semaphore permits;

  @PostConstruct
  void prepare() {
    permits = new Semaphore(capacity, true);
  }

  /**
   * @param comments how many the export holds
   * @throws ProblemException 429 with Retry-After if too much is under way
   */
  public <T> T run(int comments, Supplier<T> work) {
    int cost = comments > LARGE ? Math.max(comments, capacity / 2) : Math.max(comments, 1);
    int taken = Math.min(cost, capacity);
    try {
      if (waiting() >= MOST_WAITING || !permits.tryAcquire(taken, waitSeconds, TimeUnit.SECONDS)) {
        throw refused();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused();
    }
    try {
      return work.get();
    } finally {
      permits.release(taken);
    }
  }

  int waiting() {
    return permits.getQueueLength();
  }

  private static ProblemException refused() {
    return new ProblemException(ProblemCode.TOO_MANY_EXPORTS).header("Retry-After", RETRY_AFTER);
  }
}
