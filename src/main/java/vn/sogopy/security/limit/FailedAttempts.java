package vn.sogopy.security.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;

/**
 * Delays the responses to wrong keys: after some failures from an address, each further 401 has a
 * longer delay. A valid key is never delayed, whatever its address.
 */
@ApplicationScoped
public class FailedAttempts {
  private static final int MAX_ADDRESSES = 10_000;

  /** Concurrently delayed responses. A delayed response uses memory, but no thread. */
  private static final int MAX_WAITING = 500;

  /** A proxy may send any text as an address. */
  private static final int LONGEST_ADDRESS = 64;

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

  private final Semaphore waiting = new Semaphore(MAX_WAITING);
  private final Cache<String, Bucket> addresses =
      Caffeine.newBuilder().maximumSize(MAX_ADDRESSES).expireAfterAccess(KEPT).build();

  /** Whether the next failure from the address of this request would be delayed. */
  public boolean isSuspect(RoutingContext context) {
    Bucket bucket = addresses.getIfPresent(client(context.request()));
    return bucket != null && bucket.getAvailableTokens() <= DELAYED;
  }

  /**
   * Responds to a request without a valid key, after its delay. Above the limit of delayed
   * responses it responds with 429 at once.
   */
  public void refuse(RoutingContext context, ProblemException unauthenticated) {
    Bucket bucket =
        addresses.get(
            client(context.request()), unknown -> bucket(undelayed, TimeMeter.SYSTEM_NANOTIME));
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

  /**
   * The address of the peer, or of the client that a trusted proxy names. An IPv6 address is
   * reduced to its first 64 bits: one client usually has all addresses of such a network.
   */
  private static String client(HttpServerRequest request) {
    var peer = request.remoteAddress();
    // There is no address where the server resolved none, and no host for a Unix domain socket.
    String text =
        peer == null ? null : peer.hostAddress() == null ? peer.host() : peer.hostAddress();
    return text == null ? "local" : client(text);
  }

  static String client(String host) {
    if (host.indexOf(':') >= 0) {
      try {
        // In brackets the text is parsed as an IPv6 address and never resolved by DNS.
        InetAddress address = InetAddress.getByName("[" + host + "]");
        byte[] bytes = address.getAddress();
        return bytes.length == 16
            ? HexFormat.of().formatHex(bytes, 0, 8) + "/64"
            : address.getHostAddress(); // IPv4-mapped.
      } catch (UnknownHostException e) {
        // Any other text.
      }
    }
    return host.length() > LONGEST_ADDRESS ? host.substring(0, LONGEST_ADDRESS) : host;
  }
}
