package vn.sogopy.platform.http.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * How many {@link Heavy} operations run at once; they leave connections and memory for others. The
 * rest waits, but each that waits holds a thread, and stands before those of other clients: so not
 * too many in all, and of one client fewer.
 */
@ApplicationScoped
class HeavyPlaces {
  /** Running and waiting, of the service's 200 threads. */
  static final int MOST = 75;

  static final int MOST_OF_CLIENT = 25;
  private static final int WAIT_SECONDS = 15;

  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  private final int waitSeconds;
  private final Map<String, Integer> byClient = new HashMap<>();
  private int inside;
  private Semaphore places;

  HeavyPlaces() {
    this.waitSeconds = WAIT_SECONDS;
  }

  HeavyPlaces(int atOnce, int waitSeconds) {
    this.atOnce = atOnce;
    this.waitSeconds = waitSeconds;
    prepare();
  }

  @PostConstruct
  final void prepare() {
    places = new Semaphore(atOnce, true);
  }

  /**
   * @throws ProblemException 429 with Retry-After if too many wait, or none is free in time
   */
  void take(String client) {
    enter(client);
    if (!isFreeInTime()) {
      leave(client);
      throw refused();
    }
  }

  void give(String client) {
    places.release();
    leave(client);
  }

  private synchronized void enter(String client) {
    if (inside >= MOST || byClient.getOrDefault(client, 0) >= MOST_OF_CLIENT) {
      throw refused();
    }
    inside++;
    byClient.merge(client, 1, Integer::sum);
  }

  private synchronized void leave(String client) {
    inside--;
    byClient.compute(client, (key, count) -> count == 1 ? null : count - 1);
  }

  private boolean isFreeInTime() {
    try {
      return places.tryAcquire(waitSeconds, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static ProblemException refused() {
    return new ProblemException(ProblemCode.TOO_MANY_REQUESTS).header("Retry-After", "5");
  }
}
