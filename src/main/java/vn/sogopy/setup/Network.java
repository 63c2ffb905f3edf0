package vn.sogopy.setup;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.regex.Pattern;
import vn.sogopy.platform.database.StartupException;

/** Trusted proxies and CORS origins; applied before the service opens its port. */
final class Network {
  private static final String PROXIES = "sogopy.trusted-proxies";
  private static final String ORIGINS = "sogopy.cors.origins";
  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");

  private Network() {}

  /**
   * Enables CORS if an origin is set, since the framework's filter refuses every other origin when
   * it is enabled. Enables X-Forwarded-* if a proxy is set, since the framework trusts every peer
   * when they are enabled with an empty list.
   *
   * @throws StartupException if an origin is invalid
   */
  static void configureCors(SmallRyeConfig config) {
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

  /** The framework would accept {@code *} and regular expressions, too. */
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
