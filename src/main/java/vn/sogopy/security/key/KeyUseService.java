package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Writes when keys were last used. */
@ApplicationScoped
public class KeyUseService {
  @Inject ApiKeyRepository keys;

  /** Of several replicas the latest use counts. */
  @Transactional
  void write(Map<UUID, Instant> used) {
    for (ApiKey key : keys.lockAll(used.keySet())) {
      Instant at = used.get(key.id);
      if (key.lastUsedAt == null || key.lastUsedAt.isBefore(at)) {
        key.lastUsedAt = at;
      }
    }
  }
}
