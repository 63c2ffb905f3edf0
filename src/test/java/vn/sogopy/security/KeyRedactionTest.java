package vn.sogopy.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.security.key.KeySecret;

class KeyRedactionTest {

  private static String logged(String message, Object... parameters) {
    ExtLogRecord line =
        new ExtLogRecord(Level.INFO, message, ExtLogRecord.FormatStyle.PRINTF, "of.this.test");
    line.setParameters(parameters);
    assertThat(new KeyRedaction().isLoggable(line)).isTrue();
    return line.getFormattedMessage();
  }

  @Test
  void keyIsRedactedAnywhere() {
    String key = KeySecret.generate();
    assertThat(logged("GET /api/v1/%s 404, %s", key, "50% of " + key))
        .isEqualTo("GET /api/v1/%1$s_… 404, 50%% of %1$s_…".formatted(key.substring(0, 12)));
    assertThat(logged("GET /api/v1/%s 404", "d0b3d76c830646d0b1b9b6034dd62826"))
        .isEqualTo("GET /api/v1/_… 404");
  }

  /** Access tokens, and the signatures of download links. */
  @Test
  void tokenIsRedacted() {
    String token =
        "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl-b2YtdGhpcy1f_dG9rZW4";
    assertThat(logged("token %s is no good", token)).isEqualTo("token _… is no good");
    assertThat(logged("GET /x?format=csv&link=%s&a=b", token.substring(21)))
        .isEqualTo("GET /x?format=csv&link=_…&a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/v1/comments/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11 200",
        "100% of what was said",
        "key sgy_aaaaaaaa was stopped",
      })
  void otherTextIsKept(String message) {
    assertThat(logged("%s", message)).isEqualTo(message);
  }
}
