package vn.sogopy.security.key;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.Caller;

@ApplicationScoped
public class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {
  private static final String VALID =
      "revokedAt is null and (expiresOn is null or expiresOn >= ?1)";

  @Inject SessionFactory sessions;
  @Inject BodyLookup bodies;

  /**
   * A key that is not revoked.
   *
   * @param expiresOn its last day; null = none
   * @param hash SHA-256 of its secret
   * @param person whether it is the code of a person
   */
  public record KnownKey(
      UUID id, Caller caller, LocalDate expiresOn, byte[] hash, boolean person) {}

  /** Without a transaction: every key in use is read again each {@link KeyCache#KEPT}. */
  Optional<KnownKey> valid(byte[] hash) {
    return valid("hash", hash);
  }

  Optional<KnownKey> valid(UUID id) {
    return valid("id", id);
  }

  private Optional<KnownKey> valid(String path, Object value) {
    Hql query = Hql.of("from ApiKey k where k.revokedAt is null and k." + path + " = ?", value);
    return sessions.fromStatelessSession(session -> query.read(session, ApiKey.class)).stream()
        .findFirst()
        .map(this::known);
  }

  private KnownKey known(ApiKey key) {
    // The array can contain a plan twice.
    Set<String> plans = key.plans == null ? null : Set.copyOf(key.plans());
    Caller caller =
        new Caller(key.name, key.client, key.role, key.organization, plans, Caller.KEY + key.id);
    return new KnownKey(
        key.id,
        bodies.known(key.readsRestricted ? caller.seeingRestricted(true) : caller),
        key.expiresOn,
        key.hash,
        key.person);
  }

  /** Locks the keys for a change, in the order of their ids. */
  List<ApiKey> lockAll(Collection<UUID> ids) {
    return find("id in ?1 order by id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Locks the keys that are limited to some plans and not revoked, in the order of their ids. */
  List<ApiKey> lockWithPlans() {
    return find("plans is not null and revokedAt is null order by id")
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /** The keys of these names that are neither revoked nor expired. */
  List<ApiKey> good(LocalDate today, List<String> names) {
    return list(VALID + " and name in ?2 order by id", today, names);
  }

  /** The keys that are neither revoked nor expired, and expire by a day, the earliest first. */
  List<ApiKey> expiring(LocalDate today, LocalDate last) {
    return list(VALID + " and expiresOn <= ?2 order by expiresOn, id", today, last);
  }

  /** The keys that are neither revoked nor expired. */
  List<ApiKey> good(LocalDate today) {
    return list(VALID, today);
  }
}
