package vn.sogopy.security.key;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Keys, as what they are and as lists show them. */
@ApplicationScoped
public class ApiKeyReader {
  private static final Keyset OLDEST_FIRST =
      Keyset.ascending(new Keyset.Key("k.id", Keyset.Type.ID));
  private static final String SELECT =
      "select k.id, k.name, k.role, k.organization_code, k.client, k.plans, k.prefix, k.created_at,"
          + " k.created_by, k.last_used_at, k.expires_on, k.revoked_at";

  @Inject KeyExpiry expiry;
  @Inject DataSource source;

  /**
   * A key that has not been stopped.
   *
   * @param hash SHA-256 of its secret
   */
  record Stored(KnownKey key, byte[] hash) {}

  /** By plain SQL: every key in use is read anew each {@link KeyCache#KEPT}. */
  Optional<Stored> valid(byte[] hash) {
    return valid("hash", hash);
  }

  Optional<Stored> valid(UUID id) {
    return valid("id", id);
  }

  private Optional<Stored> valid(String column, Object value) {
    return Sql.of(
            "select id, name, client, role, organization_code, plans, expires_on, hash from api_key"
                + " where revoked_at is null and "
                + column
                + " = ?",
            value)
        .first(source, ApiKeyReader::stored);
  }

  private static Stored stored(ResultSet row) throws SQLException {
    UUID id = Row.uuid(row, "id");
    Array plans = row.getArray("plans");
    Caller caller =
        new Caller(
            row.getString("name"),
            row.getString("client"),
            Row.constant(row, "role", Role.class),
            row.getString("organization_code"),
            // A plan may be named twice.
            plans == null ? null : Set.copyOf(List.of((String[]) plans.getArray())),
            Caller.KEY + id);
    return new Stored(new KnownKey(id, caller, Row.date(row, "expires_on")), row.getBytes("hash"));
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
