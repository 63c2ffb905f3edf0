package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentTest {

  @Test
  void eachKeyHasItsValue() {
    Recent<AtomicInteger> recent =
        new Recent<>(10, Duration.ofDays(1), AtomicInteger::new, value -> true);
    recent.get("a").incrementAndGet();
    assertThat(recent.get("a")).hasValue(1);
    assertThat(recent.get("b")).hasValue(0);
    assertThat(recent.known("c")).isNull();
  }

  @Test
  void beyondTheLimitAllShareOne() {
    Recent<AtomicInteger> recent =
        new Recent<>(10, Duration.ofDays(1), AtomicInteger::new, value -> true);
    for (int i = 0; i < 1_000; i++) {
      recent.get("key " + i).incrementAndGet();
    }
    assertThat(recent.size()).isEqualTo(10);
    assertThat(recent.get("another")).hasValue(990);
    assertThat(recent.get("key 3")).hasValue(1);
  }
}
