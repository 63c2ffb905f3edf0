package vn.sogopy.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/**
 * One SQL statement with its parameters, built piece by piece; values only ever travel as
 * parameters. For reading by projection; within a transaction it uses the transaction's own
 * connection.
 */
public final class Sql {
  private static final String TAKES_LONG =
      "set local statement_timeout = '900s'; set local idle_in_transaction_session_timeout = '900s'";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private boolean plannedAnew;

  /** Turns the row under the cursor into a value. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** A text, null or not, that is bound as text also where it is null. */
  record Text(String value) {}

  static Text text(String value) {
    return new Text(value);
  }

  public static Sql of(String fragment, Object... values) {
    return new Sql().add(fragment, values);
  }

  /** Appends a constant fragment whose question marks stand for the values, in order. */
  public Sql add(String fragment, Object... values) {
    text.append(fragment).append('\n');
    parameters.addAll(java.util.Arrays.asList(values));
    return this;
  }

  public Sql add(Sql other) {
    text.append(other.text);
    parameters.addAll(other.parameters);
    plannedAnew |= other.plannedAnew;
    return this;
  }

  /**
   * Has it planned for its very values each time (ADR 0022): for a value, such as the words of a
   * search, that is in nearly all rows or in none.
   */
  public Sql plannedAnew() {
    plannedAnew = true;
    return this;
  }

  public <T> List<T> list(DataSource source, RowMapper<T> mapper) {
    String sql = text.toString();
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (plannedAnew) {
        // Never a named statement of the server, whose plan may be one for any values.
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
      }
      bind(connection, statement);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(mapper.map(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /**
   * As {@link #list}, for more rows than are to be held: by a cursor of the transaction at hand. To
   * be closed.
   */
  public <T> RowCursor<T> stream(DataSource source, RowMapper<T> mapper) {
    try {
      Connection connection = source.getConnection();
      try {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        bind(connection, statement);
        return new RowCursor<>(connection, statement, mapper);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** The first row, if there is one. */
  public <T> Optional<T> first(DataSource source, RowMapper<T> mapper) {
    return list(source, mapper).stream().findFirst();
  }

  /** Whether there is a row at all. */
  public boolean exists(DataSource source) {
    return first(source, row -> true).isPresent();
  }

  /** Runs an INSERT, UPDATE or DELETE; the number of rows it touched. */
  public int execute(DataSource source) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(text.toString())) {
      bind(connection, statement);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /**
   * Lets the statements of the transaction at hand, and the pauses between them, take longer than
   * is usual: for what goes through a whole file or draft.
   */
  public static void takeLong(DataSource source) {
    of(TAKES_LONG).execute(source);
  }

  /**
   * Makes the transaction at hand read one snapshot, write nothing, and {@linkplain #takeLong take
   * long}. Must come before every other statement of the transaction.
   */
  public static void snapshot(DataSource source) {
    of("set transaction isolation level repeatable read, read only; " + TAKES_LONG).execute(source);
  }

  /**
   * Waits until no other transaction holds the lock of this name, and holds it to the end of this
   * one: for things that must be made once and have no row yet to lock.
   */
  public static void lockName(DataSource source, String name) {
    of("select pg_advisory_xact_lock(hashtextextended(?, 3))", name).first(source, row -> true);
  }

  private void bind(Connection connection, PreparedStatement statement) throws SQLException {
    int index = 1;
    for (Object value : parameters) {
      if (value instanceof Instant instant) {
        statement.setObject(index++, instant.atOffset(ZoneOffset.UTC));
      } else if (value instanceof String[] texts) {
        statement.setArray(index++, connection.createArrayOf("text", texts));
      } else if (value instanceof UUID[] ids) {
        statement.setArray(index++, connection.createArrayOf("uuid", ids));
      } else if (value instanceof Enum<?> constant) {
        statement.setString(index++, constant.name());
      } else if (value instanceof Text text) {
        statement.setString(index++, text.value());
      } else {
        statement.setObject(index++, value);
      }
    }
  }
}
