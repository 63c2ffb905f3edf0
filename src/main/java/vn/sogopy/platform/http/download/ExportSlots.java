package vn.sogopy.platform.http.download;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Bounds how much is exported at once on one replica, in comments: small registers and work-lists
 * hardly count, of large ones two run at a time, so that intake stays quick and memory suffices.
 */
@ApplicationScoped
public class ExportSlots {
  /** From so many comments on an export is a large one. */
  private static final int LARGE = 2_000;

  /** Bytes of the heap that all else needs. */
  private static final long HEAP_BESIDE = 64L << 20;

  /** Bytes of the heap for a comment of a common length, in the register that takes most. */
  private static final long HEAP_PER_COMMENT = 3_072;

  /** Each that waits holds one of the service's 200 threads. */
  static final int MOST_WAITING = 50;

  private static final String RETRY_AFTER = "10";

  /**
   * Comments in all exports that are made at once, no more than there is room for; what is larger
   * runs alone.
   */
  @ConfigProperty(name = "sogopy.exports.comments-at-once", defaultValue = "100000")
  int capacity;

  /** Comments that one export may hold in memory; none = what the heap has room for. */
  @ConfigProperty(name = "sogopy.exports.comments-held")
  OptionalInt mostHeld;

  /** Seconds that a caller waits for its turn. */
  @ConfigProperty(name = "sogopy.exports.wait-seconds", defaultValue = "5")
  int waitSeconds;

  private int places;
  private Semaphore permits;

  @PostConstruct
  void prepare() {
    places = Math.min(capacity, room());
    permits = new Semaphore(places, true);
  }

  /**
   * @param comments how many the export holds in memory
   * @throws ProblemException 422 if so many do not fit, 429 with Retry-After if too much is under
   *     way
   */
  public <T> T run(int comments, Supplier<T> work) {
    requireRoom(comments);
    return taking(comments > LARGE ? Math.max(comments, places / 2) : comments, work);
  }

  /**
   * An export that holds none of them: of any size, a large one beside another.
   *
   * @param comments how many it tells
   * @throws ProblemException 429 with Retry-After if too much is under way
   */
  public <T> T pass(int comments, Supplier<T> work) {
    return taking(comments > LARGE ? places / 2 : comments, work);
  }

  /**
   * @throws ProblemException 422 if so many comments do not fit into the memory of this process
   */
  public void requireRoom(int comments) {
    if (comments > room()) {
      throw new ProblemException(ProblemCode.REGISTER_TOO_LARGE, comments, room());
    }
  }

  private int room() {
    return mostHeld.orElseGet(() -> room(Runtime.getRuntime().maxMemory()));
  }

  /** How many comments fit into a heap of so many bytes: 65,536 into 256 MB. */
  static int room(long heap) {
    long room = Math.max(heap - HEAP_BESIDE, 0) / HEAP_PER_COMMENT;
    return (int) Math.min(room, Integer.MAX_VALUE);
  }

  private <T> T taking(int cost, Supplier<T> work) {
    int taken = Math.min(Math.max(cost, 1), places);
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
