package vn.sogopy.setup;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.platform.http.connection.CrossOrigin;

/** Whom the service believes and lets in from other places: settled before it listens. */
final class Network {
  private static final String PROXIES = "sogopy.trusted-proxies";

  private Network() {}

  /**
   * Checks the origins, and listens to X-Forwarded-* where a proxy is named. Only then: the
   * framework believes everybody as soon as it listens and its list is empty.
   *
   * @throws StartupException when an origin is none
   */
  static void settle(SmallRyeConfig config) {
    try {
      CrossOrigin.checked(
          config.getOptionalValues(CrossOrigin.ORIGINS, String.class).orElse(List.of()));
    } catch (IllegalArgumentException e) {
      throw new StartupException(e.getMessage(), e);
    }
    config
        .getOptionalValue(PROXIES, String.class)
        .filter(proxies -> !proxies.isBlank())
        .ifPresent(
            proxies -> System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true"));
  }
}
