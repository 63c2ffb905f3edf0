package vn.sogopy.security.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * A filter of audit entries.
 *
 * @param equal required values by column
 * @param from inclusive; null = any
 * @param to exclusive; null = any
 */
record AuditFilter(Map<String, Object> equal, Instant from, Instant to) {

  AuditFilter {
    equal = new LinkedHashMap<>(equal);
    equal.values().removeIf(java.util.Objects::isNull);
  }

  /** The conditions, each after an AND. */
  Sql where(Caller caller) {
    Sql where = new Sql();
    equal.forEach((column, value) -> where.add("and a." + column + " = ?", value));
    if (from != null) {
      where.add("and a.at >= ?", from);
    }
    if (to != null) {
      where.add("and a.at < ?", to);
    }
    if (caller.plans() != null) {
      // A caller limited to plans does not see entries without a plan, except its own.
      where.add(
          "and (a.plan = any(?) or a.credential = ?)",
          caller.plans().toArray(String[]::new),
          caller.credential());
    }
    return where;
  }
}
