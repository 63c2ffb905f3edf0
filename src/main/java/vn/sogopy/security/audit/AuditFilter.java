package vn.sogopy.security.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.Caller;

/**
 * Which lines are asked for.
 *
 * @param equal path to the value wanted
 * @param from of a time not before this; null = any
 * @param to of a time before this; null = any
 */
record AuditFilter(Map<String, Object> equal, Instant from, Instant to) {

  AuditFilter {
    equal = new LinkedHashMap<>(equal);
    equal.values().removeIf(java.util.Objects::isNull);
  }

  /** FROM and WHERE. */
  Hql from(Caller caller) {
    Hql where = Hql.of("from AuditEntry a where true");
    equal.forEach((path, value) -> where.add("and a." + path + " = ?", value));
    if (from != null) {
      where.add("and a.at >= ?", from);
    }
    if (to != null) {
      where.add("and a.at < ?", to);
    }
    if (caller.plans() != null) {
      // Whose plan is not said in the path is not for one who may know of some plans only.
      where.add(
          "and (a.origin.plan in ? or a.credential = ?)", caller.plans(), caller.credential());
    }
    return where;
  }
}
