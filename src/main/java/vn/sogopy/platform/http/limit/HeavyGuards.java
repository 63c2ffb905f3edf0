package vn.sogopy.platform.http.limit;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Limits concurrent work that takes much memory or time on this replica. Further calls wait, each
 * holding a thread, then fail. The calculation is in docs/adr/0024-admission.md.
 */
@ApplicationScoped
public class HeavyGuards {
  /** Of operations that read a whole draft, for {@code @ApplyGuard} on methods of resources. */
  public static final String READS = "heavy-reads";

  /** Of renderings to a file. */
  static final String EXPORTS = "exports";

  /** Bytes of the heap that exports cannot use. */
  private static final long RESERVED_HEAP = 64L << 20;

  /** Bytes of the heap for a comment of average length, in the largest format. */
  private static final long HEAP_PER_COMMENT = 3_072;

  private static final String AT_ONCE = "sogopy.limits.heavy-at-once";
  private static final String WAIT = "sogopy.limits.heavy-wait";

  /** Comments that one export may hold in memory; empty = its share of the heap. */
  @ConfigProperty(name = "sogopy.exports.comments-held")
  OptionalInt maxHeld;

  private final int atOnce;
  private final Duration wait;
  private final Semaphore streams;

  @Inject
  @Identifier(EXPORTS)
  Guard exports;

  HeavyGuards(
      @ConfigProperty(name = AT_ONCE) int atOnce, @ConfigProperty(name = WAIT) Duration wait) {
    this.atOnce = atOnce;
    this.wait = wait;
    streams = new Semaphore(atOnce, true);
  }

  @Produces
  @Singleton
  @Identifier(READS)
  static Guard reads(
      @ConfigProperty(name = AT_ONCE) int atOnce, @ConfigProperty(name = WAIT) Duration wait) {
    return guard(READS, atOnce, wait);
  }

  @Produces
  @Singleton
  @Identifier(EXPORTS)
  static Guard exports(
      @ConfigProperty(name = AT_ONCE) int atOnce, @ConfigProperty(name = WAIT) Duration wait) {
    return guard(EXPORTS, atOnce, wait);
  }

  private static Guard guard(String name, int atOnce, Duration wait) {
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

  /**
   * @param comments number of comments that the export holds in memory
   * @throws ProblemException 422 if so many do not fit, 429 with Retry-After if the wait times out
   */
  public <T> T run(int comments, Class<T> type, Supplier<T> export) {
    requireRoom(comments);
    return runStreamed(type, export);
  }

  /**
   * Runs an export that holds no comments in memory.
   *
   * @throws ProblemException 429 with Retry-After if the wait times out
   */
  public <T> T runStreamed(Class<T> type, Supplier<T> export) {
    try {
      return exports.get(export, type);
    } catch (BulkheadException e) {
      throw tooMany();
    }
  }

  /**
   * Takes a place for a response that is sent while it is made, until that response has ended. A
   * guard lets go before the response is written.
   *
   * @throws ProblemException 429 with Retry-After if the wait times out
   */
  public void hold(RoutingContext context) {
    try {
      if (!streams.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw tooMany();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureProblems.unavailable();
    }
    AtomicBoolean held = new AtomicBoolean(true);
    Runnable release =
        () -> {
          if (held.getAndSet(false)) {
            streams.release();
          }
        };
    context.addEndHandler(ended -> release.run());
    if (context.response().closed()) {
      release.run(); // The end may have come before the handler.
      throw FailureProblems.unavailable();
    }
  }

  private static ProblemException tooMany() {
    return new ProblemException(ProblemCode.TOO_MANY_EXPORTS).header("Retry-After", "10");
  }

  /**
   * @throws ProblemException 422 if so many comments do not fit into the memory of this process
   */
  public void requireRoom(int comments) {
    int room = maxHeld.orElseGet(() -> room(Runtime.getRuntime().maxMemory(), atOnce));
    if (comments > room) {
      throw new ProblemException(ProblemCode.REGISTER_TOO_LARGE, comments, room);
    }
  }

  /** The number of comments for each of {@code atOnce} exports in a heap of this many bytes. */
  static int room(long heap, int atOnce) {
    long room = Math.max(heap - RESERVED_HEAP, 0) / HEAP_PER_COMMENT / atOnce;
    return (int) Math.min(room, Integer.MAX_VALUE);
  }
}
