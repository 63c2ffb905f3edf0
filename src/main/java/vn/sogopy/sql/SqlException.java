package vn.sogopy.sql;

import java.sql.SQLException;

/** A statement that PostgreSQL refused, or could not be asked. */
public final class SqlException extends RuntimeException {
  public SqlException(SQLException cause) {
    super(cause);
  }

  /** That of "no connection": the pool's own exceptions, when none comes free, have none. */
  private static final String NO_CONNECTION = "08000";

  /**
   * The SQLSTATE, five characters, of the first SQLException among the causes; null if there is
   * none.
   */
  public static String stateOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState() == null ? NO_CONNECTION : sql.getSQLState();
      }
    }
    return null;
  }
}
