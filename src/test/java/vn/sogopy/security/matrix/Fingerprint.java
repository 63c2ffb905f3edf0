package vn.sogopy.security.matrix;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/** The state of the database: the row count and the last writing transaction of each table. */
final class Fingerprint {
  /** Written by the service at any time, or at every attempt. */
  private static final List<String> RESTLESS =
      List.of(
          "change",
          "change_arrival",
          "change_head",
          "download_link_secret",
          "flyway_schema_history",
          "idempotency_record",
          "reminder");

  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = 'public'"
          + " and table_type = 'BASE TABLE' and table_name not like 'audit%' order by 1";

  private final DataSource source;
  private final String query;

  Fingerprint(DataSource source) {
    this.source = source;
    this.query =
        Sql.of(TABLES).list(source, row -> row.getString(1)).stream()
            .filter(table -> !RESTLESS.contains(table))
            .map(Fingerprint::of)
            .collect(Collectors.joining(" union all ", "", " order by 1"));
  }

  /** The last use of a key may change at any time. */
  private static String of(String table) {
    String last = table.equals("api_key") ? "count(revoked_at)" : "max(xmin::text::bigint)";
    return "select '%s', count(*), %s from %s".formatted(table, last, table);
  }

  List<String> now() {
    return Sql.of(query)
        .list(source, row -> row.getString(1) + " " + row.getLong(2) + " " + row.getLong(3));
  }

  /** The next transaction id. While it is the same, nothing was written. */
  long nextWriter() {
    return Sql.of("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }
}
