package vn.sogopy.security.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Lists audit entries, newest first. */
@ApplicationScoped
public class AuditReader {
  private static final Keyset NEWEST_FIRST =
      Keyset.descending(new Keyset.Key("a.position", Keyset.Type.LONG));

  @Inject DataSource source;

  @Transactional
  Page<AuditView> list(Caller caller, AuditFilter filter, int limit, String cursor, boolean count) {
    Sql where = Sql.of("from audit a where true").add(filter.where(caller));
    return NEWEST_FIRST.page(
        source,
        "audit " + filter,
        limit,
        cursor,
        Sql.of("select a.*").add(NEWEST_FIRST.columns()).add(where),
        AuditReader::line,
        count ? Sql.of("select count(*)").add(where) : null);
  }

  private static AuditView line(ResultSet row) throws SQLException {
    return new AuditView(
        row.getLong("position"),
        Row.instant(row, "at"),
        Row.constant(row, "outcome", Outcome.class),
        row.getString("name"),
        row.getString("client"),
        Row.constant(row, "role", Role.class),
        row.getString("organization"),
        row.getString("credential"),
        row.getString("address"),
        row.getString("request_id"),
        row.getString("operation"),
        row.getString("method"),
        row.getString("path"),
        row.getString("parameters"),
        row.getString("plan"),
        row.getString("draft"),
        row.getString("subject"),
        Row.integer(row, "status"),
        row.getString("code"),
        row.getInt("attempts"));
  }
}
