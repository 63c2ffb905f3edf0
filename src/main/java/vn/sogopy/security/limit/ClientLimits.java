package vn.sogopy.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Limits of one client on this replica: requests per second with a burst, and concurrent requests.
 * Every response has the headers of {@code draft-ietf-httpapi-ratelimit-headers}.
 */
@ApplicationScoped
public class ClientLimits {
  public static final String POLICY = "RateLimit-Policy";
  public static final String STATE = "RateLimit";

  private static final int MAX_CLIENTS = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Average requests per second; 0 = no limit. */
  @ConfigProperty(name = "sogopy.limits.requests-per-second")
  int rate;

  /** Burst size in requests; at least the rate of one second. */
  @ConfigProperty(name = "sogopy.limits.requests-burst")
  int burst;

  /** Concurrent requests of one client; 0 = no limit. */
  @ConfigProperty(name = "sogopy.limits.requests-under-way")
  int maxUnderWay;

  private final Cache<String, Usage> clients =
      Caffeine.newBuilder().maximumSize(MAX_CLIENTS).expireAfterAccess(KEPT).build();
  private String policy;

  private record Usage(Bucket bucket, Semaphore underWay) {}

  @PostConstruct
  void prepare() {
    if (rate > 0) {
      // The window is the time in which an empty bucket fills again.
      policy = "\"default\";q=" + capacity() + ";w=" + ((capacity() + rate - 1) / rate);
    }
  }

  private int capacity() {
    return Math.max(rate, burst);
  }

  private Usage usage(String client) {
    Bucket bucket =
        rate <= 0
            ? null
            : Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(
                    limit -> limit.capacity(capacity()).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    return new Usage(bucket, new Semaphore(maxUnderWay));
  }

  /**
   * Counts a request of this client until its response ends.
   *
   * @throws ProblemException 429 with Retry-After
   */
  public void admit(String client, RoutingContext context) {
    Usage usage = clients.get(client, this::usage);
    if (usage.bucket != null) {
      take(usage.bucket, context.response());
    }
    if (maxUnderWay > 0) {
      if (!usage.underWay.tryAcquire()) {
        throw refused(1);
      }
      context.addEndHandler(ended -> usage.underWay.release());
    }
  }

  private void take(Bucket bucket, HttpServerResponse response) {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    response.putHeader(POLICY, policy);
    response.putHeader(
        STATE,
        "\"default\";r="
            + probe.getRemainingTokens()
            + ";t="
            + seconds(probe.getNanosToWaitForReset()));
    if (!probe.isConsumed()) {
      throw refused(Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }
  }

  private static ProblemException refused(long seconds) {
    return new ProblemException(ProblemCode.TOO_MANY_REQUESTS)
        .header("Retry-After", String.valueOf(seconds));
  }

  /** Nanoseconds in seconds, rounded up. */
  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, SECOND);
  }
}
