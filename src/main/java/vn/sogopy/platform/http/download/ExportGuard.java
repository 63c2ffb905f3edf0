package vn.sogopy.platform.http.download;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Limits how many files are rendered at once, to limit memory and keep intake fast. The calculation
 * is in docs/adr/0024-admission.md.
 */
@ApplicationScoped
public class ExportGuard {
  /** Bytes of the heap that exports cannot use. */
  private static final long RESERVED_HEAP = 64L << 20;

  /** Bytes of the heap for a comment of average length, in the largest format. */
  private static final long HEAP_PER_COMMENT = 3_072;

  /** Comments that one export may hold in memory; empty = its share of the heap. */
  @ConfigProperty(name = "sogopy.exports.comments-held")
  OptionalInt maxHeld;

  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  @Inject
  @Identifier(HeavyGuards.EXPORTS)
  Guard guard;

  /**
   * @param comments number of comments that the export holds in memory
   * @throws ProblemException 422 if so many do not fit, 429 with Retry-After if the wait times out
   */
  public <T> T run(int comments, Class<T> type, Supplier<T> work) {
    requireRoom(comments);
    return runStreamed(type, work);
  }

  /**
   * Runs an export that holds no comments in memory.
   *
   * @throws ProblemException 429 with Retry-After if the wait times out
   */
  public <T> T runStreamed(Class<T> type, Supplier<T> work) {
    try {
      return guard.get(work, type);
    } catch (BulkheadException e) {
      throw new ProblemException(ProblemCode.TOO_MANY_EXPORTS).header("Retry-After", "10");
    }
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
