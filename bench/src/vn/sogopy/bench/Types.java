package vn.sogopy.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import vn.sogopy.bench.StatementLog.Entry;

/**
 * The types of a statement's parameters. The log does not tell them; PostgreSQL works them out of
 * the statement, and where it cannot the looks of the value decide.
 */
final class Types {
  private static final Pattern UNDETERMINED =
      Pattern.compile("could not determine data type of parameter \\$(\\d+)");

  private static final Pattern MISMATCH =
      Pattern.compile("is of type ([a-z ]+) but expression is of type");

  private final Connection database;
  private final Map<String, List<String>> known = new HashMap<>();

  Types(Connection database) {
    this.database = database;
  }

  List<String> of(Entry entry) throws SQLException {
    if (entry.values().isEmpty()) {
      return List.of();
    }
    List<String> types = known.get(entry.sql());
    if (types == null) {
      types = find(entry);
      known.put(entry.sql(), types);
    }
    return types;
  }

  private List<String> find(Entry entry) throws SQLException {
    List<String> given = new ArrayList<>(Collections.nCopies(entry.values().size(), "unknown"));
    while (true) {
      try {
        return prepare(entry.sql(), given);
      } catch (SQLException e) {
        Matcher one = UNDETERMINED.matcher(e.getMessage());
        Matcher column = MISMATCH.matcher(e.getMessage());
        if (one.find()) {
          int at = Integer.parseInt(one.group(1)) - 1;
          given.set(at, looks(entry.values().get(at)));
        } else if (given.contains("unknown")) {
          given.replaceAll(type -> type.equals("unknown") ? null : type);
          for (int i = 0; i < given.size(); i++) {
            given.set(i, given.get(i) != null ? given.get(i) : looks(entry.values().get(i)));
          }
        } else if (!column.find() || !mend(entry, given, column.group(1), position(e))) {
          throw new SQLException("No types for " + entry.sql(), e);
        }
      }
    }
  }

  /**
   * A NULL has no looks, and others deceive. One of them is to be of this type: that with which
   * this failure is gone, or another one comes.
   */
  private boolean mend(Entry entry, List<String> given, String type, int position) {
    for (int i = 0; i < given.size(); i++) {
      String value = entry.values().get(i);
      String before = given.get(i);
      given.set(i, value != null && value.startsWith("{") ? type + "[]" : type);
      try {
        prepare(entry.sql(), given);
        return true;
      } catch (SQLException e) {
        if (MISMATCH.matcher(e.getMessage()).find() && position(e) > position) {
          return true;
        }
        given.set(i, before);
      }
    }
    return false;
  }

  private static int position(SQLException failure) {
    ServerErrorMessage message = ((PSQLException) failure).getServerErrorMessage();
    return message == null ? 0 : message.getPosition();
  }

  private List<String> prepare(String sql, List<String> given) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("prepare bench_types (" + String.join(", ", given) + ") as " + sql);
      try (PreparedStatement query =
              database.prepareStatement(
                  "select parameter_types::text[] from pg_prepared_statements where name = 'bench_types'");
          ResultSet row = query.executeQuery()) {
        row.next();
        return Arrays.asList((String[]) row.getArray(1).getArray());
      } finally {
        statement.execute("deallocate bench_types");
      }
    }
  }

  private static String looks(String value) {
    if (value == null) {
      return "text";
    }
    if (value.startsWith("{") && value.endsWith("}")) {
      return value.startsWith("{\"") && value.contains("\":") ? "jsonb" : array(value);
    }
    if (Script.UUID.matcher(value).matches()) {
      return "uuid";
    }
    if (value.matches("-?\\d{1,18}")) {
      return "bigint";
    }
    if (value.startsWith("\\x")) {
      return "bytea";
    }
    return value.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d.*") ? "timestamptz" : "text";
  }

  private static String array(String value) {
    String first = value.substring(1, value.length() - 1).split(",")[0];
    return first.isEmpty() || first.startsWith("\"") ? "text[]" : looks(first) + "[]";
  }
}
