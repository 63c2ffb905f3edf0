package vn.sogopy.security.oidc;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.sogopy.platform.sql.Hql;

/**
 * Which organizations there are, so that a token that names another is refused. Those that exist
 * are remembered for a moment: no query on the hot path; others are not, so nobody can fill this.
 */
@ApplicationScoped
public class KnownOrganizations {
  private static final long KEPT = Duration.ofSeconds(3).toNanos();

  @Inject EntityManager entities;
  @Inject BlockingSecurityExecutor blocking;

  private final Map<String, Long> seen = new ConcurrentHashMap<>();

  /** Never asks the database on the event loop. */
  Uni<Boolean> contains(String code) {
    Long at = seen.get(code);
    return at != null && System.nanoTime() - at < KEPT
        ? Uni.createFrom().item(true)
        : blocking.executeBlocking(() -> look(code));
  }

  private boolean look(String code) {
    // By the entity's name: the room of organizations lies above this one.
    Hql query = Hql.of("select o.id from Organization o where o.code = ?", code);
    boolean there =
        QuarkusTransaction.requiringNew().call(() -> query.first(entities, UUID.class).isPresent());
    if (there) {
      seen.put(code, System.nanoTime());
    } else {
      seen.remove(code);
    }
    return there;
  }
}
