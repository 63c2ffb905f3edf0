package vn.sogopy.security.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Which lines are asked for.
 *
 * @param equal column to the value wanted
 * @param from of a time not before this; null = any
 * @param to of a time before this; null = any
 */
record AuditFilter(Map<String, Object> equal, Instant from, Instant to) {

  AuditFilter {
    equal = new LinkedHashMap<>(equal);
    equal.values().removeIf(java.util.Objects::isNull);
  }

  /** The conditions, each behind an AND. */
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
      // Whose plan is not said in the path is not for one who may know of some plans only.
      where.add(
          "and (a.plan = any(?) or a.credential = ?)",
          caller.plans().toArray(String[]::new),
          caller.credential());
    }
    return where;
  }
}
