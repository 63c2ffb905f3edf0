package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/** Writes when keys were last used. */
@ApplicationScoped
public class KeyUseService {
  @Inject DataSource source;

  /** Of several replicas the latest use counts. The rows in order, so that replicas do not lock. */
  @Transactional
  void write(Map<UUID, Instant> used) {
    TreeMap<UUID, Instant> sorted = new TreeMap<>(used);
    Sql.of(
            "update api_key k set last_used_at = greatest(k.last_used_at, u.at::timestamptz)"
                + " from unnest(?, ?) as u (id, at) where k.id = u.id",
            sorted.keySet().toArray(UUID[]::new),
            sorted.values().stream().map(Instant::toString).toArray(String[]::new))
        .execute(source);
  }
}
