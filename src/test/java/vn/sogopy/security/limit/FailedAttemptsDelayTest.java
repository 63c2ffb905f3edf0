package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Times are arguments, not measured. */
class FailedAttemptsDelayTest {
  private static final long SECOND = 1_000_000_000;

  private final Clock clock = new Clock();

  private static final class Clock implements TimeMeter {
    private long now;

    @Override
    public long currentTimeNanos() {
      return now;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private static long fail(Bucket bucket) {
    return FailedAttempts.fail(bucket, Duration.ofSeconds(2));
  }

  @Test
  void delayIncreases() {
    Bucket bucket = FailedAttempts.bucket(3, clock);
    long[] delays = LongStream.range(0, 12).map(i -> fail(bucket)).toArray();
    assertThat(delays)
        .containsExactly(0, 0, 0, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000, 2_000);
  }

  @Test
  void attemptsExpire() {
    Bucket bucket = FailedAttempts.bucket(3, clock);
    for (int i = 0; i < 4; i++) {
      fail(bucket);
    }
    clock.now = 6 * SECOND;
    assertThat(fail(bucket)).isZero();
    assertThat(fail(bucket)).isEqualTo(100);
  }

  @Test
  void delayIsBounded() {
    Bucket bucket = FailedAttempts.bucket(10, clock);
    for (int i = 0; i < 100_000; i++) {
      fail(bucket);
    }
    clock.now = 60 * SECOND;
    assertThat(fail(bucket)).isZero();
  }
}
