package vn.sogopy.security.limit;

import java.time.Duration;

/** How often an address has failed to say who it is, of late: one failure is forgiven every 3 s. */
final class Failures {
  private static final long FORGIVEN = Duration.ofSeconds(3).toNanos();
  private static final long FIRST_DELAY = 100;

  /** Beyond that nothing grows any more: soon after the last failure all is forgiven. */
  private static final int MOST_BEYOND = 10;

  private final int undelayed;
  private final long longestDelay;
  private int count;
  private long since;

  /**
   * @param undelayed failures that cost nothing
   * @param longestDelay of the answer to one of the others
   */
  Failures(int undelayed, Duration longestDelay) {
    this.undelayed = undelayed;
    this.longestDelay = longestDelay.toMillis();
  }

  /**
   * Notes a failure at this time ({@link System#nanoTime}).
   *
   * @return milliseconds that its answer is to wait: twice as long each time
   */
  synchronized long add(long now) {
    forgive(now);
    count = Math.min(count + 1, undelayed + MOST_BEYOND);
    int beyond = count - undelayed;
    return beyond <= 0 ? 0 : Math.min(longestDelay, FIRST_DELAY << (beyond - 1));
  }

  /** Whether the next failure would wait. */
  synchronized boolean areMany(long now) {
    forgive(now);
    return count >= undelayed;
  }

  private void forgive(long now) {
    if (count == 0) {
      since = now;
    }
    long forgiven = (now - since) / FORGIVEN;
    count = (int) Math.max(0, count - forgiven);
    since += forgiven * FORGIVEN;
  }
}
