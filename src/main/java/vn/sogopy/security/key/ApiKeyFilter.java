package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.List;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Role;

/**
 * Which keys are listed; null or empty = all.
 *
 * @param active not stopped and not expired
 * @param expiring active, but not for long
 */
record ApiKeyFilter(List<Role> roles, String organization, Boolean active, Boolean expiring) {
  private static final String ACTIVE =
      "(k.revoked_at is null and (k.expires_on is null or k.expires_on >= ?))";

  Sql where(LocalDate today, LocalDate horizon) {
    Sql where = Sql.of("from api_key k where true");
    if (!roles.isEmpty()) {
      where.add(
          "and k.role = any(?)", (Object) roles.stream().map(Role::name).toArray(String[]::new));
    }
    if (organization != null) {
      where.add("and k.organization_code = ?", organization);
    }
    if (active != null) {
      where.add("and " + (active ? "" : "not ") + ACTIVE, today);
    }
    if (expiring != null) {
      String soon = "(" + ACTIVE + " and coalesce(k.expires_on <= ?, false))";
      where.add("and " + (expiring ? "" : "not ") + soon, today, horizon);
    }
    return where;
  }
}
