package vn.sogopy.http.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;

/** How many {@link Heavy} operations run at once; they leave connections and memory for others. */
@ApplicationScoped
class HeavyPlaces {
  private static final int WAIT_SECONDS = 5;

  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  private final int waitSeconds;
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
   * @throws ProblemException 429 with Retry-After if none is free in time
   */
  void take() {
    try {
      if (!places.tryAcquire(waitSeconds, TimeUnit.SECONDS)) {
        throw refused();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw refused();
    }
  }

  void give() {
    places.release();
  }

  private static ProblemException refused() {
    return new ProblemException(ProblemCode.TOO_MANY_REQUESTS).header("Retry-After", "5");
  }
}
