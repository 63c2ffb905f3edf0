package vn.sogopy.security.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.security.Role;

@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
  private static final String GOOD = "revokedAt is null and (expiresOn is null or expiresOn >= ?1)";

  /**
   * @param hash SHA-256 of its secret
   */
  public Optional<ApiKey> byHash(byte[] hash) {
    return find("hash", (Object) hash).firstResultOptional();
  }

  /** Locks the keys for a change, in the order of their ids. */
  List<ApiKey> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Whether there is a key that is neither revoked nor expired. */
  public boolean hasGood(LocalDate today) {
    return count(GOOD, today) > 0;
  }

  /** Whether there is such a key of this role. */
  public boolean hasGood(LocalDate today, Role role) {
    return count(GOOD + " and role = ?2", today, role) > 0;
  }

  /** Whether there is such a key of the sample. */
  public boolean hasGoodOfSample(LocalDate today) {
    return count(GOOD + " and sample = true", today) > 0;
  }
}
