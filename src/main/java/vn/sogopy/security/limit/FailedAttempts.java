package vn.sogopy.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.connection.ClientAddress;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;

/**
 * Delays the answers to wrong keys: after some failures from an address each further 401 comes
 * later than the one before. A right key is never delayed, whatever address it comes from.
 */
@ApplicationScoped
public class FailedAttempts {
  private static final int MOST_ADDRESSES = 10_000;

  /** Answers that are delayed at once; a delayed answer holds no thread, but memory. */
  private static final int MOST_WAITING = 500;

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** One failure is forgiven in this time. */
  private static final Duration FORGIVEN = Duration.ofSeconds(3);

  private static final long FIRST_DELAY_MILLIS = 100;

  /** Delayed failures that are counted; the delay does not grow beyond them. */
  private static final int DELAYED = 10;

  /** Failures of an address that are answered at once. */
  @ConfigProperty(name = "sogopy.limits.failures-undelayed")
  int undelayed;

  @ConfigProperty(name = "sogopy.limits.failure-delay")
  Duration longestDelay;

  @Inject ProblemWriter problems;

  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Cache<String, Bucket> addresses =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(KEPT).build();

  /** Whether so many attempts from the address of this request failed that the next is delayed. */
  public boolean isSuspect(RoutingContext context) {
    Bucket bucket = addresses.getIfPresent(ClientAddress.of(context.request()));
    return bucket != null && bucket.getAvailableTokens() <= DELAYED;
  }

  /**
   * Answers a request without a valid key, after its delay. Where too many answers are delayed
   * already it is 429 at once.
   */
  public void refuse(RoutingContext context, ProblemException unauthenticated) {
    Bucket bucket =
        addresses.get(
            ClientAddress.of(context.request()),
            unknown -> bucket(undelayed, TimeMeter.SYSTEM_NANOTIME));
    long delay = fail(bucket, longestDelay);
    if (delay == 0) {
      problems.write(context, unauthenticated);
      return;
    }
    if (!waiting.tryAcquire()) {
      problems.write(context, tooMany());
      return;
    }
    context
        .vertx()
        .setTimer(
            delay,
            timer -> {
              waiting.release();
              problems.write(context, unauthenticated);
            });
  }

  /** The failures that an address has left, first those that cost nothing, then the delayed. */
  static Bucket bucket(int undelayed, TimeMeter clock) {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(undelayed + DELAYED).refillGreedy(1, FORGIVEN))
        .build();
  }

  /** Counts a failure; returns the milliseconds that its answer is delayed, doubled each time. */
  static long fail(Bucket bucket, Duration longest) {
    long left = bucket.tryConsumeAndReturnRemaining(1).getRemainingTokens();
    return left >= DELAYED
        ? 0
        : Math.min(longest.toMillis(), FIRST_DELAY_MILLIS << (DELAYED - left - 1));
  }

  private ProblemException tooMany() {
    return new ProblemException(ProblemCode.TOO_MANY_REQUESTS)
        .header("Retry-After", String.valueOf(Math.max(1, longestDelay.toSeconds())));
  }
}
