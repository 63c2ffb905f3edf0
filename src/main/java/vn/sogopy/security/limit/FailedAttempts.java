package vn.sogopy.security.limit;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.connection.ClientAddress;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;

/**
 * Slows down whoever tries keys: after some failures from an address the further 401s come late. It
 * locks nobody out: a right key is let through at once, from wherever it comes.
 */
@ApplicationScoped
public class FailedAttempts {
  /** Addresses that are told apart; the others share what they have failed. */
  private static final int MOST_ADDRESSES = 10_000;

  /** Answers that wait at once; a request that waits holds no thread, but memory. */
  private static final int MOST_WAITING = 500;

  private static final Duration KEPT = Duration.ofMinutes(5);

  /** Failures of an address that are answered at once. */
  @ConfigProperty(name = "sogopy.limits.failures-undelayed")
  int undelayed;

  @ConfigProperty(name = "sogopy.limits.failure-delay")
  Duration longestDelay;

  @Inject ProblemWriter problems;

  private final AtomicInteger waiting = new AtomicInteger();
  private Recent<Failures> addresses;

  @PostConstruct
  void prepare() {
    addresses =
        new Recent<>(
            MOST_ADDRESSES, KEPT, () -> new Failures(undelayed, longestDelay), failures -> true);
  }

  /** Whether so many attempts from where this request comes failed that the next is delayed. */
  public boolean isSuspect(RoutingContext context) {
    Failures failures = addresses.known(ClientAddress.of(context.request().remoteAddress()));
    return failures != null && failures.areMany(System.nanoTime());
  }

  /**
   * Answers a request that has failed to say who is calling; in its time, or, where too many wait
   * already, at once with 429.
   */
  public void refuse(RoutingContext context, ProblemException unauthenticated) {
    String address = ClientAddress.of(context.request().remoteAddress());
    long delay = addresses.get(address).add(System.nanoTime());
    if (delay == 0) {
      problems.write(context, unauthenticated);
      return;
    }
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      problems.write(context, tooMany());
      return;
    }
    context
        .vertx()
        .setTimer(
            delay,
            timer -> {
              waiting.decrementAndGet();
              problems.write(context, unauthenticated);
            });
  }

  private ProblemException tooMany() {
    return new ProblemException(ProblemCode.TOO_MANY_REQUESTS)
        .header("Retry-After", String.valueOf(Math.max(1, longestDelay.toSeconds())));
  }
}
