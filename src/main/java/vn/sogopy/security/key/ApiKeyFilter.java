package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.List;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Role;

/**
 * Which keys are listed; null or empty = all.
 *
 * @param active not stopped and not expired
 * @param expiring active, but not for long
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
