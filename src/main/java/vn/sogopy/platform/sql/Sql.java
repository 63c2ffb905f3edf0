package vn.sogopy.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * One SQL statement with its parameters, built by fragments; values are always parameters. For
 * projections; within a transaction it uses the transaction's connection.
 */
public final class Sql {
  private static final String TAKES_LONG =
      "set local statement_timeout = '900s'; set local idle_in_transaction_session_timeout = '900s'";

  /** Sent in one round trip; an error also rolls back the first SET. */
  private static final String PLANNED_ANEW =
      "set plan_cache_mode = force_custom_plan; %s; set plan_cache_mode = force_generic_plan";

  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();
  private boolean plannedAnew;

  /** Converts the current row to a value. */
  @FunctionalInterface
  public interface RowMapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /** A text that is bound as text even if it is null. */
  record Text(String value) {}

  static Text text(String value) {
    return new Text(value);
  }

  public static Sql of(String fragment, Object... values) {
    return new Sql().add(fragment, values);
  }

  /** Appends a constant fragment; the values replace its question marks, in order. */
  public Sql add(String fragment, Object... values) {
    text.append(fragment).append('\n');
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  public Sql add(Sql other) {
    text.append(other.text);
    parameters.addAll(other.parameters);
    plannedAnew |= other.plannedAnew;
    return this;
  }

  /**
   * PostgreSQL plans the statement for its values each time; all others get a generic plan (ADR
   * 0022). Needed for a value that nearly all rows have or none, such as the words of a search.
   */
  public Sql plannedAnew() {
    plannedAnew = true;
    return this;
  }

  public <T> List<T> list(DataSource source, RowMapper<T> mapper) {
    try (Connection connection = source.getConnection()) {
      return list(connection, mapper);
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /** As {@link #list(DataSource, RowMapper)}, by this connection, which stays open. */
  public <T> List<T> list(Connection connection, RowMapper<T> mapper) {
    try (PreparedStatement statement = prepare(connection)) {
      List<T> rows = new ArrayList<>();
      try (ResultSet result = result(statement)) {
        while (result.next()) {
          rows.add(mapper.map(result));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  private ResultSet result(PreparedStatement statement) throws SQLException {
    if (!plannedAnew) {
      return statement.executeQuery();
    }
    statement.execute();
    statement.getMoreResults(); // skips the result of SET
    return statement.getResultSet();
  }

  /**
   * Like {@link #list}, for more rows than fit in memory: with a cursor of the current transaction.
   * The caller closes it.
   */
  public <T> RowCursor<T> stream(DataSource source, RowMapper<T> mapper) {
    try {
      Connection connection = source.getConnection();
      try {
        return new RowCursor<>(connection, prepare(connection), mapper);
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

  public boolean exists(DataSource source) {
    return first(source, row -> true).isPresent();
  }

  /** Runs an INSERT, UPDATE or DELETE; returns the number of affected rows. */
  public int execute(DataSource source) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = prepare(connection)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /**
   * Raises the timeouts of statements and of idle time in the current transaction: for work on a
   * whole file or draft.
   */
  public static void takeLong(DataSource source) {
    of(TAKES_LONG).execute(source);
  }

  /**
   * Makes the current transaction read-only with one snapshot and {@linkplain #takeLong longer
   * timeouts}. It must precede every other statement of the transaction.
   */
  public static void snapshot(DataSource source) {
    of("set transaction isolation level repeatable read, read only; " + TAKES_LONG).execute(source);
  }

  /** Sets a parameter of PostgreSQL until the end of the transaction. */
  public static void set(DataSource source, String parameter, String value) {
    of("select set_config(?, ?, true)", parameter, value).first(source, row -> true);
  }

  /**
   * Acquires the lock of this name until the end of the transaction; waits for other holders. For
   * things that are created once and have no row yet to lock.
   */
  public static void lockName(DataSource source, String name) {
    of("select pg_advisory_xact_lock(hashtextextended(?, 3))", name).first(source, row -> true);
  }

  /**
   * Does work in the current transaction, and takes back what it wrote. Entities that it has loaded
   * must not be used afterwards.
   */
  public static <T> T undone(DataSource source, Supplier<T> work) {
    of("savepoint before_work").execute(source);
    T result = work.get();
    of("rollback to savepoint before_work").execute(source);
    return result;
  }

  /** The statement with its values; it is closed with the connection, too. */
  private PreparedStatement prepare(Connection connection) throws SQLException {
    String sql = text.toString();
    PreparedStatement statement =
        connection.prepareStatement(plannedAnew ? PLANNED_ANEW.formatted(sql) : sql);
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
      } else if (value instanceof Text typed) {
        statement.setString(index++, typed.value());
      } else {
        statement.setObject(index++, value);
      }
    }
    return statement;
  }

  /** Rows that are fetched in parts while they are read; only within a transaction. */
  public static final class RowCursor<T> implements AutoCloseable {
    private static final int FETCHED = 100;

    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final RowMapper<T> mapper;

    /**
     * @param connection closed with the cursor, as is the statement
     */
    private RowCursor(Connection connection, PreparedStatement statement, RowMapper<T> mapper)
        throws SQLException {
      this.connection = connection;
      this.statement = statement;
      this.mapper = mapper;
      statement.setFetchSize(FETCHED);
      this.rows = statement.executeQuery();
    }

    /** The next row; null after the last one. */
    public T next() {
      try {
        return rows.next() ? mapper.map(rows) : null;
      } catch (SQLException e) {
        throw new SqlException(e);
      }
    }

    @Override
    public void close() {
      try (connection;
          statement) {
        rows.close();
      } catch (SQLException e) {
        throw new SqlException(e);
      }
    }
  }
}
