package vn.sogopy.platform.http.download;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The arithmetic of docs/adr/0024-admission.md. */
class ExportRoomTest {
  @Test
  void heapAllowsTwoExports() {
    assertThat(ExportGuard.room(256L << 20, 2)).isEqualTo(32_768);
    assertThat(ExportGuard.room(512L << 20, 2)).isEqualTo(76_458);
    assertThat(ExportGuard.room(256L << 20, 1)).isEqualTo(65_536);
  }

  @Test
  void smallestAndLargestHeap() {
    assertThat(ExportGuard.room(32L << 20, 2)).isZero();
    assertThat(ExportGuard.room(Long.MAX_VALUE, 2)).isEqualTo(Integer.MAX_VALUE);
  }
}
