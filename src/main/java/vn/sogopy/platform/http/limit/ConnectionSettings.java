package vn.sogopy.platform.http.limit;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What connections are held to.
 *
 * @param most open at once on this replica; 0 = no limit
 * @param mostOfAddress open at once from one address (IPv6: from one /64); 0 = no limit
 * @param head time from the first byte of a request to the end of its headers, and from the opening
 *     of a connection to the end of the first headers, the TLS handshake included
 * @param idle time that a connection without a request is kept
 * @param grace see {@link vn.sogopy.platform.http.connection.Pace}
 * @param bytesPerSecond see {@link vn.sogopy.platform.http.connection.Pace}
 */
record ConnectionSettings(
    int most,
    int mostOfAddress,
    Duration head,
    Duration idle,
    Duration grace,
    long bytesPerSecond) {

  /** From the configuration: connections are made before there are beans. */
  static ConnectionSettings of(Config config) {
    return new ConnectionSettings(
        config.getValue("sogopy.limits.connections", Integer.class),
        config.getValue("sogopy.limits.connections-per-address", Integer.class),
        config.getValue("sogopy.limits.header-timeout", Duration.class),
        config.getValue("sogopy.limits.idle-timeout", Duration.class),
        config.getValue("sogopy.limits.slow-grace", Duration.class),
        config.getValue("sogopy.limits.slow-bytes-per-second", Long.class));
  }
}
