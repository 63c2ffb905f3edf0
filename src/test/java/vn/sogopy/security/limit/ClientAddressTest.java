package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "::ffff:192.0.2.1, 192.0.2.1",
    "2001:db8:1:2::1, 20010db800010002/64",
    "2001:db8:1:2:ffff:ffff:ffff:ffff, 20010db800010002/64",
    "2001:db8:1:3::1, 20010db800010003/64",
    "::1, 0000000000000000/64",
    "unknown, unknown",
    "no:address, no:address",
  })
  void ofAnAddress(String host, String counted) {
    assertThat(FailedAttempts.client(host)).isEqualTo(counted);
  }

  @Test
  void longForwardedAddressIsTruncated() {
    assertThat(FailedAttempts.client("x".repeat(10_000))).hasSize(64);
  }
}
