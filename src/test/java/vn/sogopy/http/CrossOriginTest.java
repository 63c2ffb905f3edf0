package vn.sogopy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words name an origin. What the filter does is shown on the packaged service. */
class CrossOriginTest {

  @Test
  void origins() {
    assertThat(
            CrossOrigin.checked(
                List.of("https://a.example", " http://127.0.0.1:9000", "", "http://[::1]:80")))
        .containsExactlyInAnyOrder("https://a.example", "http://127.0.0.1:9000", "http://[::1]:80");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "https://*.example",
        "/.*/",
        "a.example",
        "https://a.example/",
        "https://a.example/path",
        "https://A.example",
        "ftp://a.example",
        "https://",
        "https://u@a.example",
        "https://a.example\r\nX: y",
      })
  void noOrigin(String text) {
    assertThatThrownBy(() -> CrossOrigin.checked(List.of("https://a.example", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("SOGOPY_CORS_ORIGINS");
  }
}
