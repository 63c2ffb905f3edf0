package vn.sogopy.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.Keyset;
import vn.sogopy.http.Page;
import vn.sogopy.sql.Sql;

/** Keys, as what they are and as lists show them. */
@ApplicationScoped
public class ApiKeyReader {
  private static final Keyset OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key("k.id", Keyset.Type.ID));
  private static final String SELECT =
      "select k.id, k.name, k.role, k.organization_code, k.client, k.plans, k.prefix, k.created_at,"
          + " k.created_by, k.last_used_at, k.expires_on, k.revoked_at";

  @Inject ApiKeyRepository keys;
  @Inject KeyExpiry expiry;
  @Inject DataSource source;

  @Transactional
  Optional<ApiKey> valid(byte[] hash) {
    return keys.byHash(hash);
  }

  @Transactional
  Optional<ApiKey> valid(UUID id) {
    return keys.findByIdOptional(id).filter(key -> key.revokedAt == null);
  }

  /** The keys that this caller may stop. */
  @Transactional
  Page<ApiKeyView> list(
      Caller caller, ApiKeyFilter filter, int limit, String cursor, boolean count) {
    LocalDate today = expiry.today();
    Sql where = filter.where(today, expiry.horizon());
    if (caller.plans() != null) {
      // As Caller.mayManageKeyFor.
      where.add("and k.plans <@ ?", (Object) caller.plans().toArray(String[]::new));
    }
    return OLDEST_FIRST.page(
        source,
        "api-keys " + filter,
        limit,
        cursor,
        Sql.of(SELECT).add(OLDEST_FIRST.columns()).add(where),
        row -> ApiKeyView.of(row, today),
        count ? Sql.of("select count(*)").add(where) : null);
  }

  /** The active ones whose last day comes by then, the first to go first. */
  @Transactional
  List<ApiKeyView> expiring(LocalDate horizon) {
    LocalDate today = expiry.today();
    return Sql.of(SELECT)
        .add(new ApiKeyFilter(List.of(), null, null, true).where(today, horizon))
        .add("order by k.expires_on, k.id")
        .list(source, row -> ApiKeyView.of(row, today));
  }
}
