package vn.sogopy.security.key;

import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.text.VietnamTime;

/** When a key starts to warn of its expiry. */
@ApplicationScoped
public class KeyExpiry {
  /** The header with the last day, on every response to a key that expires soon. */
  static final String HEADER = "X-API-Key-Expires-On";

  @ConfigProperty(name = "sogopy.keys.warn-days", defaultValue = "14")
  int warnDays;

  /** Adds the header to the response to a key that expires soon. */
  public void warn(LocalDate expiresOn, HttpServerResponse answer) {
    if (isNear(expiresOn)) {
      answer.putHeader(HEADER, expiresOn.toString());
    }
  }

  public boolean isNear(LocalDate expiresOn) {
    return expiresOn != null && !expiresOn.isAfter(horizon());
  }

  /** The latest last day of keys that warn. */
  LocalDate horizon() {
    return today().plusDays(warnDays);
  }

  LocalDate today() {
    return VietnamTime.today();
  }
}
