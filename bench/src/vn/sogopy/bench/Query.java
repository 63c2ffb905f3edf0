package vn.sogopy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements without parameters. */
final class Query {
  private Query() {}

  /** The first column of every row. */
  static List<String> texts(Connection database, String query) throws SQLException {
    List<String> all = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        all.add(row.getString(1));
      }
    }
    return all;
  }

  static void execute(Connection database, String sql) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
  }
}
