package vn.sogopy.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.security.key.KeySecret;

/** Unsafe settings of sign-on stop the start. Tokens are distinguished from keys. */
class SignOnSettingsTest {

  private static Optional<String> mistake(String server, String audience) {
    return SignOn.mistake(server, audience.isEmpty() ? List.of() : List.of(audience.split(",")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sso.example.vn/realms/x",
        "http://127.0.0.1:8180/realms/x",
        "http://localhost/realms/x",
        "http://[::1]:8180/realms/x"
      })
  void safe(String server) {
    assertThat(mistake(server, "so-gop-y")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://sso.example.vn/realms/x, so-gop-y, SOGOPY_OIDC_AUTH_SERVER_URL",
    "http://localhost.evil.example/x, so-gop-y, SOGOPY_OIDC_AUTH_SERVER_URL",
    "sso.example.vn, so-gop-y, SOGOPY_OIDC_AUTH_SERVER_URL",
    "https:///x, so-gop-y, SOGOPY_OIDC_AUTH_SERVER_URL",
    "https://a b, so-gop-y, SOGOPY_OIDC_AUTH_SERVER_URL",
    "https://sso.example.vn, '', SOGOPY_OIDC_AUDIENCE",
    "https://sso.example.vn, any, SOGOPY_OIDC_AUDIENCE",
    "https://sso.example.vn, 'so-gop-y,any', SOGOPY_OIDC_AUDIENCE",
  })
  void unsafe(String server, String audience, String setting) {
    assertThat(mistake(server, audience)).get().asString().contains(setting);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln, true",
    "bearer  eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0., true",
    "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0, false",
    "Bearer a.b.c, false",
    "Bearer eyJh.eyJz.c.d, false",
    "Bearer eyJh.eyJz.c.d.e, false",
    "Basic eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln, false",
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln, false",
    ", false",
  })
  void tokenIsNotAKey(String authorization, boolean token) {
    assertThat(TokenMechanism.holdsToken(authorization)).isEqualTo(token);
  }

  @Test
  void keyIsNotAToken() {
    assertThat(TokenMechanism.holdsToken("Bearer " + KeySecret.generate())).isFalse();
  }
}
