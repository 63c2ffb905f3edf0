package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The arithmetic of docs/adr/0024-admission.md. */
class ExportRoomTest {
  @Test
  void heapAllowsTwoExports() {
    assertThat(HeavyGuards.room(256L << 20, 2)).isEqualTo(32_768);
    assertThat(HeavyGuards.room(512L << 20, 2)).isEqualTo(76_458);
    assertThat(HeavyGuards.room(256L << 20, 1)).isEqualTo(65_536);
  }

  @Test
  void smallestAndLargestHeap() {
    assertThat(HeavyGuards.room(32L << 20, 2)).isZero();
    assertThat(HeavyGuards.room(Long.MAX_VALUE, 2)).isEqualTo(Integer.MAX_VALUE);
  }
}
