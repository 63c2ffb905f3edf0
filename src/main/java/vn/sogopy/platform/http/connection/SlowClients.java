package vn.sogopy.platform.http.connection;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What pace bodies must come at, and files be taken at. */
@ApplicationScoped
public class SlowClients {
  /** Time that may be spent waiting for a client, whatever it moves. */
  @ConfigProperty(name = "sogopy.limits.slow-grace")
  Duration grace;

  /** What a client must move on average beyond that; 0 = no limit. */
  @ConfigProperty(name = "sogopy.limits.slow-bytes-per-second")
  long bytesPerSecond;

  public Pace pace() {
    return new Pace(grace, bytesPerSecond);
  }
}
