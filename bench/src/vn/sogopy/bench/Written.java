package vn.sogopy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many rows some work has left in each table. */
final class Written {
  private Written() {}

  static Map<String, Long> rows(Connection database, Work work) throws Exception {
    Map<String, Long> before = now(database);
    work.run();
    Map<String, Long> rows = new TreeMap<>();
    now(database)
        .forEach(
            (table, count) -> {
              if (count > before.get(table)) {
                rows.put(table, count - before.get(table));
              }
            });
    return rows;
  }

  private static Map<String, Long> now(Connection database) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    try (Statement statement = database.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet row =
          statement.executeQuery("select tablename from pg_tables where schemaname = 'public'")) {
        while (row.next()) {
          tables.add(row.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet row = statement.executeQuery("select count(*) from " + table)) {
          row.next();
          rows.put(table, row.getLong(1));
        }
      }
    }
    return rows;
  }

  interface Work {
    void run() throws Exception;
  }
}
