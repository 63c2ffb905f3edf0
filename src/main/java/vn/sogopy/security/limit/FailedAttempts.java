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
 * Delays the responses to wrong keys: after some failures from an address, each further 401 has a
 * longer delay. A valid key is never delayed, whatever its address.
 */
@ApplicationScoped
public class FailedAttempts {
  private static final int MOST_ADDRESSES = 10_000;

  /** Concurrently delayed responses. A delayed response uses memory, but no thread. */
  private static final int MOST_WAITING = 500;

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** The time in which one failure expires. */
  private static final Duration FORGIVEN = Duration.ofSeconds(3);

  private static final long FIRST_DELAY_MILLIS = 100;

  /** Counted failures with a delay; the delay does not grow beyond them. */
  private static final int DELAYED = 10;

  /** Failures of an address without a delay. */
  @ConfigProperty(name = "sogopy.limits.failures-undelayed")
  int undelayed;

  @ConfigProperty(name = "sogopy.limits.failure-delay")
  Duration longestDelay;

  @Inject ProblemWriter problems;

  private final Semaphore waiting = new Semaphore(MOST_WAITING);
  private final Cache<String, Bucket> addresses =
      Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(KEPT).build();

  /** Whether the next failure from the address of this request would be delayed. */
  public boolean isSuspect(RoutingContext context) {
    Bucket bucket = addresses.getIfPresent(ClientAddress.of(context.request()));
    return bucket != null && bucket.getAvailableTokens() <= DELAYED;
  }

  /**
   * Responds to a request without a valid key, after its delay. Above the limit of delayed
   * responses it responds with 429 at once.
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

  /** The remaining failures of an address, first those without a delay, then the others. */
  static Bucket bucket(int undelayed, TimeMeter clock) {
    return Bucket.builder()
        .withCustomTimePrecision(clock)
        .addLimit(limit -> limit.capacity(undelayed + DELAYED).refillGreedy(1, FORGIVEN))
        .build();
  }

  /** Counts a failure and returns its delay in milliseconds, which doubles each time. */
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
