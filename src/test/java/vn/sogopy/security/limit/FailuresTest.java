package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The times are given, not measured. */
class FailuresTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void theFirstCostNothingTheOthersMoreAndMore() {
    Failures failures = new Failures(3, Duration.ofSeconds(2));
    long[] delays = LongStream.range(0, 12).map(i -> failures.add(7)).toArray();
    assertThat(delays)
        .containsExactly(0, 0, 0, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000, 2_000);
  }

  @Test
  void oneIsForgivenEveryThreeSeconds() {
    Failures failures = new Failures(3, Duration.ofSeconds(2));
    for (int i = 0; i < 3; i++) {
      assertThat(failures.areMany(0)).isFalse();
      failures.add(0);
    }
    assertThat(failures.areMany(0)).isTrue();
    assertThat(failures.areMany(3 * SECOND)).isFalse();
    assertThat(failures.add(3 * SECOND)).isZero();
    assertThat(failures.add(3 * SECOND)).isEqualTo(100);
  }

  @Test
  void howeverManyTheyWereAllIsForgivenSoon() {
    Failures failures = new Failures(10, Duration.ofSeconds(2));
    for (int i = 0; i < 100_000; i++) {
      failures.add(0);
    }
    assertThat(failures.add(60 * SECOND)).isZero();
  }
}
