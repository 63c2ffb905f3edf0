package vn.sogopy.plan.work;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A long work as its person sees it.
 *
 * @param rowCount rows read so far
 * @param problem the sentence of a failure; null = none
 * @param address the page of the result; null = none
 * @param file name of the file that is ready; null = none
 * @param size bytes; null without a file
 */
public record WorkView(
    UUID id,
    String plan,
    int draft,
    String caption,
    int rowCount,
    Instant startedAt,
    Instant seenAt,
    Instant finishedAt,
    String problem,
    String address,
    String file,
    Long size) {

  /** Whether it is being done. */
  public boolean isWorking() {
    return finishedAt == null && seenAt.isAfter(Instant.now().minus(WorkService.SILENCE));
  }

  /** Whether its process was stopped before the end. */
  public boolean isStopped() {
    return finishedAt == null && !isWorking();
  }

  /** Seconds from the start to the end, or until now. */
  public long seconds() {
    Instant end = finishedAt == null ? isWorking() ? Instant.now() : seenAt : finishedAt;
    return Math.max(0, Duration.between(startedAt, end).toSeconds());
  }
}
