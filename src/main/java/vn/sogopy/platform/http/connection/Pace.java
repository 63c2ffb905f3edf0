package vn.sogopy.platform.http.connection;

import java.time.Duration;

/**
 * Whether a client takes part: the time that was spent waiting for it, held against what it sent or
 * took meanwhile. A timer that begins anew with every byte could be kept alive for ever by a byte
 * now and then.
 */
public final class Pace {
  private static final double NANOS = 1e9;

  private final long grace;
  private final long bytesPerSecond;
  private long waited;
  private long moved;

  /**
   * @param grace time that may pass whatever is moved
   * @param bytesPerSecond that buy further time; 0 = no limit
   */
  public Pace(Duration grace, long bytesPerSecond) {
    this.grace = grace.toNanos();
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * @param nanos spent waiting for the client
   * @param bytes that came, or left, in that time
   */
  public void add(long nanos, long bytes) {
    waited += nanos;
    moved += Math.max(0, bytes);
  }

  /** Whether the client has used up its time. */
  public boolean isTooSlow() {
    return bytesPerSecond > 0 && waited > grace + NANOS * moved / bytesPerSecond;
  }
}
