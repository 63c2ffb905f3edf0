package vn.sogopy.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import vn.sogopy.security.oidc.TestIssuer;

/** A separate database, a sign-on, and a real mail client to a server that a test may start. */
public final class OtherServers implements QuarkusTestProfile {

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(
        new TestResourceEntry(SecondDatabaseResource.class),
        new TestResourceEntry(TestIssuer.class));
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "quarkus.mailer.mock", "false",
        "quarkus.mailer.from", "so-gop-y@example.org",
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", String.valueOf(freePort()),
        "quarkus.mailer.start-tls", "DISABLED",
        "sogopy.reminders.patience", "5s");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
