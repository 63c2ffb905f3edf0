package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * No secret and no text of a person is in the log at the lowest level of every category. A
 * production build cannot log as much: it leaves out all below DEBUG.
 */
@QuarkusTest
@TestProfile(SecretsInLogTest.Trace.class)
class SecretsInLogTest {
  private static final Path LOG = Path.of("target", "trace.log");

  @TestHTTPResource("/")
  URI base;

  public static final class Trace implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.log.min-level", "ALL",
          "quarkus.log.level", "ALL",
          "quarkus.log.console.level", "WARN",
          // the client of this test
          "quarkus.log.category.\"jdk.internal.httpclient\".level", "OFF",
          "quarkus.http.access-log.enabled", "true",
          "quarkus.log.file.enabled", "true",
          "quarkus.log.file.level", "ALL",
          "quarkus.log.file.path", LOG.toString(),
          "quarkus.log.file.rotation.max-file-size", "1G");
    }
  }

  @Test
  void nothingSecretAtTrace() throws Exception {
    Secrets secrets = new Secrets();
    secrets.add(
        "password of the database",
        ConfigProvider.getConfig().getValue("quarkus.datasource.password", String.class));
    Map<String, String> keys = new LinkedHashMap<>();
    for (Key key : Key.values()) {
      keys.put(key.name(), key.secret());
    }
    new SecretRequests(base, secrets).send(keys);

    // The log does have this test's own requests, at the lowest level.
    assertThat(Files.readString(LOG)).contains(" TRACE ", "GET /api/v1/attachments/");
    assertThat(secrets.names())
        .contains("key just made", "response", "token", "signature of a link");
    assertThat(secrets.found(LOG)).isEmpty();
  }
}
