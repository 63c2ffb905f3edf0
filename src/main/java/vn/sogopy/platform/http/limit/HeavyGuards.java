package vn.sogopy.platform.http.limit;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;

/**
 * Guards of work that takes much memory or time: they limit concurrent calls on this replica.
 * Further calls wait, then fail with {@link BulkheadException}.
 */
@ApplicationScoped
public class HeavyGuards {
  /** Of operations that read a whole draft, for {@code @ApplyGuard} on methods of resources. */
  public static final String READS = "heavy-reads";

  public static final String EXPORTS = "exports";

  /** Concurrent calls of each guard. */
  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  /** Maximum wait of a call; it holds a thread. */
  @ConfigProperty(name = "sogopy.limits.heavy-wait")
  Duration wait;

  @Produces
  @Singleton
  @Identifier(READS)
  Guard reads() {
    return guard(READS);
  }

  @Produces
  @Singleton
  @Identifier(EXPORTS)
  Guard exports() {
    return guard(EXPORTS);
  }

  private Guard guard(String name) {
    return Guard.create()
        .withDescription(name)
        .withBulkhead()
        .limit(atOnce)
        .done()
        .withRetry()
        .retryOn(BulkheadException.class)
        .maxRetries(-1)
        .delay(50, ChronoUnit.MILLIS)
        .jitter(25, ChronoUnit.MILLIS)
        .maxDuration(wait.toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
  }
}
