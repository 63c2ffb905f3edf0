package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.SessionFactory;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Reads keys for authentication and for lists. */
@ApplicationScoped
public class ApiKeyReader {
  private static final Keyset<ApiKey> OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key<>("k.id", Keyset.Type.ID, key -> key.id));

  @Inject ApiKeyRepository keys;
  @Inject KeyExpiry expiry;
  @Inject EntityManager entities;
  @Inject SessionFactory sessions;

  /**
   * A key that is not revoked.
   *
   * @param expiresOn its last day; null = none
   * @param hash SHA-256 of its secret
   */
  record KnownKey(UUID id, Caller caller, LocalDate expiresOn, byte[] hash) {}

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
        .map(ApiKeyReader::known);
  }

  private static KnownKey known(ApiKey key) {
    Caller caller =
        new Caller(
            key.name,
            key.client,
            key.role,
            key.organization,
            // The array can contain a plan twice.
            key.plans == null ? null : Set.copyOf(key.plans()),
            Caller.KEY + key.id);
    return new KnownKey(key.id, caller, key.expiresOn, key.hash);
  }

  /**
   * Which keys exist; a good one is neither revoked nor expired.
   *
   * @param any of any status
   */
  public record Present(boolean any, boolean good, boolean goodAdmin, boolean goodOfSample) {}

  @Transactional
  public Present present() {
    LocalDate today = expiry.today();
    return new Present(
        keys.count() > 0,
        keys.hasGood(today),
        keys.hasGood(today, Role.ADMIN),
        keys.hasGoodOfSample(today));
  }

  /** The keys that this caller may revoke. */
  @Transactional
  Page<ApiKeyView> list(
      Caller caller, ApiKeyFilter filter, int limit, String cursor, boolean count) {
    LocalDate today = expiry.today();
    Hql from = filter.where(today, expiry.horizon());
    if (caller.plans() != null) {
      // The same rule as Caller.mayManageKeyFor.
      from.add(
          "and cast(sql('cast(? as text[]) @> cast(? as text[])', ?, k.plans) as Boolean) = true",
          (Object) caller.plans().toArray(String[]::new));
    }
    PageRequest request = new PageRequest("api-keys " + filter, limit, cursor, count);
    return OLDEST_FIRST
        .page(entities, ApiKey.class, request, "select k", from)
        .map(key -> ApiKeyView.of(key, today));
  }

  /** The active keys that expire by this day, the earliest first. */
  @Transactional
  List<ApiKeyView> expiring(LocalDate horizon) {
    LocalDate today = expiry.today();
    return new ApiKeyFilter(List.of(), null, null, true)
            .where(today, horizon)
            .add("order by k.expiresOn, k.id")
            .list(entities, ApiKey.class)
            .stream()
            .map(key -> ApiKeyView.of(key, today))
            .toList();
  }

  /**
   * The filter of a list of keys; null or empty = all.
   *
   * @param active neither revoked nor expired
   * @param expiring active, but expiring soon
   */
  record ApiKeyFilter(List<Role> roles, String organization, Boolean active, Boolean expiring) {
    private static final String ACTIVE =
        "(k.revokedAt is null and (k.expiresOn is null or k.expiresOn >= ?))";

    Hql where(LocalDate today, LocalDate horizon) {
      Hql where = Hql.of("from ApiKey k where true");
      if (!roles.isEmpty()) {
        where.add("and k.role in ?", roles);
      }
      if (organization != null) {
        where.add("and k.organization = ?", organization);
      }
      if (active != null) {
        where.add("and " + (active ? "" : "not ") + ACTIVE, today);
      }
      if (expiring != null) {
        String soon = "(" + ACTIVE + " and k.expiresOn is not null and k.expiresOn <= ?)";
        where.add("and " + (expiring ? "" : "not ") + soon, today, horizon);
      }
      return where;
    }
  }
}
