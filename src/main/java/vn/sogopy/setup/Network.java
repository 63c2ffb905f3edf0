package vn.sogopy.setup;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.regex.Pattern;
import vn.sogopy.platform.database.StartupException;

/** Whom the service believes and lets in from other places: settled before it listens. */
final class Network {
  private static final String PROXIES = "sogopy.trusted-proxies";
  private static final String ORIGINS = "sogopy.cors.origins";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

  private Network() {}

  /**
   * Turns CORS on where an origin is named, since the framework's filter refuses every other origin
   * as soon as it is on; and listens to X-Forwarded-* where a proxy is named, since the framework
   * believes everybody as soon as it listens and its list is empty.
   *
   * @throws StartupException when an origin is none
   */
  static void settle(SmallRyeConfig config) {
    List<String> origins =
        config.getOptionalValues(ORIGINS, String.class).orElse(List.of()).stream()
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    requireOrigins(origins);
    if (!origins.isEmpty()) {
      System.setProperty("quarkus.http.cors.enabled", "true");
      System.setProperty("quarkus.http.cors.origins", String.join(",", origins));
    }
    config
        .getOptionalValue(PROXIES, String.class)
        .filter(proxies -> !proxies.isBlank())
        .ifPresent(
            proxies -> System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true"));
  }

  /** The framework would take {@code *} and regular expressions, too. */
  static void requireOrigins(List<String> origins) {
    for (String origin : origins) {
      if (!ORIGIN.matcher(origin).matches()) {
        throw new StartupException(
            "SOGOPY_CORS_ORIGINS must list origins such as https://congdan.example.vn, separated by"
                + " commas; it holds: "
                + origin);
      }
    }
  }
}
