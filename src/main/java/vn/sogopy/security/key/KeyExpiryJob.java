package vn.sogopy.security.key;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jboss.logging.Logger;

/** Logs once a day the names of the keys that expire soon. */
@ApplicationScoped
public class KeyExpiryJob {
  private static final Logger LOG = Logger.getLogger(KeyExpiryJob.class);

  @Inject ApiKeyReader reader;
  @Inject KeyExpiry expiry;

  @Scheduled(cron = "{sogopy.keys.warn-cron}", timeZone = "Asia/Ho_Chi_Minh")
  void scheduled() {
    warn();
  }

  /**
   * @return the logged keys
   */
  List<ApiKeyView> warn() {
    List<ApiKeyView> soon = reader.expiring(expiry.horizon());
    for (ApiKeyView key : soon) {
      LOG.warnf(
          "API key %s (%s) expires on %s: make another one with the client %s",
          key.prefix(), onOneLine(key.name()), key.expiresOn(), onOneLine(key.client()));
    }
    return soon;
  }

  private static String onOneLine(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
