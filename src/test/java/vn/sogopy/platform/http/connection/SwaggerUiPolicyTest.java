package vn.sogopy.platform.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwaggerUiPolicyTest {

  @Test
  void connectsToThisServiceOnly() {
    assertThat(BrowserHeaders.swaggerUiPolicy("", Optional.empty()))
        .contains("; connect-src 'self'; ");
    assertThat(BrowserHeaders.swaggerUiPolicy("", Optional.of(" ")))
        .contains("; connect-src 'self'; ");
  }

  @ParameterizedTest
  @CsvSource({
    "https://sso.example/realms/sogopy, https://sso.example",
    "http://127.0.0.1:8180/realms/sogopy, http://127.0.0.1:8180",
  })
  void connectsToTheProvider(String url, String origin) {
    assertThat(BrowserHeaders.swaggerUiPolicy("", Optional.of(url)))
        .contains("; connect-src 'self' " + origin + "; ");
  }
}
