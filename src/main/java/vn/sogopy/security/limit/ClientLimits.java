package vn.sogopy.security.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.limit.Heavy;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Bounds what one client asks for, on this replica: requests a second, with a stock for bursts, and
 * requests under way at once, so that no client takes all threads. Told in every answer, as {@code
 * draft-ietf-httpapi-ratelimit-headers} has it.
 */
@ApplicationScoped
public class ClientLimits {
  public static final String POLICY = "RateLimit-Policy";
  public static final String STATE = "RateLimit";

  /** Clients that are told apart; there are as many as keys. */
  private static final int MOST = 10_000;

  private static final Duration KEPT = Duration.ofMinutes(5);
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  /** Requests a second, on average; 0 = no limit. */
  @ConfigProperty(name = "sogopy.limits.requests-per-second")
  int rate;

  /** Requests that a client may have saved up; never less than those of a second. */
  @ConfigProperty(name = "sogopy.limits.requests-burst")
  int burst;

  /** Requests of one client under way at once; 0 = no limit. */
  @ConfigProperty(name = "sogopy.limits.requests-under-way")
  int mostUnderWay;

  private Recent<Usage> clients;
  private String policy;

  private record Usage(Bucket bucket, AtomicInteger underWay) {}

  ClientLimits() {}

  ClientLimits(int rate, int burst, int mostUnderWay) {
    this.rate = rate;
    this.burst = burst;
    this.mostUnderWay = mostUnderWay;
    prepare();
  }

  @PostConstruct
  final void prepare() {
    int stock = Math.max(rate, burst);
    clients = new Recent<>(MOST, KEPT, () -> usage(stock), usage -> usage.underWay.get() == 0);
    if (rate > 0) {
      // In the time in which the whole stock comes back.
      policy = "\"default\";q=" + stock + ";w=" + ((stock + rate - 1) / rate);
    }
  }

  private Usage usage(int stock) {
    Bucket bucket =
        rate <= 0
            ? null
            : Bucket.builder()
                .withNanosecondPrecision()
                .addLimit(limit -> limit.capacity(stock).refillGreedy(rate, Duration.ofSeconds(1)))
                .build();
    return new Usage(bucket, new AtomicInteger());
  }

  /**
   * Counts a request of this client, until it is answered.
   *
   * @throws ProblemException 429 with Retry-After
   */
  public void admit(String client, RoutingContext context) {
    context.put(Heavy.CLIENT, client);
    Usage usage = clients.get(client);
    if (usage.bucket != null) {
      take(usage.bucket, context.response());
    }
    if (mostUnderWay > 0) {
      if (usage.underWay.incrementAndGet() > mostUnderWay) {
        usage.underWay.decrementAndGet();
        throw refused(1);
      }
      context.addEndHandler(ended -> usage.underWay.decrementAndGet());
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

  /** Rounded up. */
  private static long seconds(long nanos) {
    return -Math.floorDiv(-nanos, SECOND);
  }
}
