package vn.sogopy.platform.sql;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;

/** A statement that PostgreSQL refused, or that did not reach it. */
public final class SqlException extends RuntimeException {
  public SqlException(SQLException cause) {
    super(cause);
  }

  /**
   * The SQLSTATE of "no connection": the pool's own exceptions have none when no connection is
   * free.
   */
  private static final String NO_CONNECTION = "08000";

  /**
   * The SQLSTATE, five characters, of the first SQLException among the causes, else of the COMMIT;
   * null if there is none.
   */
  public static String stateOf(Throwable error) {
    String state = stateOfCauses(error);
    return state == null ? stateOfCommit(error) : state;
  }

  /**
   * Whether the connection was lost during the COMMIT: PostgreSQL may have committed. If it was
   * lost earlier, PostgreSQL rolls the transaction back.
   */
  public static boolean isCommitLost(Throwable error) {
    return stateOfCauses(error) == null && isLost(stateOfCommit(error));
  }

  /** Whether this SQLSTATE means that the connection, or the server, is lost. */
  public static boolean isLost(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  /** Whether the transaction was rolled back because of a timeout. */
  public static boolean isTimeUp(Throwable error) {
    RollbackException rollback = rollback(error);
    return rollback != null
        && !(rollback.getCause() instanceof Exception)
        && stateOf(error) == null;
  }

  private static String stateOfCauses(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return sql.getSQLState() == null ? NO_CONNECTION : sql.getSQLState();
      }
    }
    return null;
  }

  /** The transaction manager stores a failure of the COMMIT as a suppressed exception. */
  private static String stateOfCommit(Throwable error) {
    RollbackException rollback = rollback(error);
    if (rollback != null) {
      for (Throwable suppressed : rollback.getSuppressed()) {
        String state = stateOfCauses(suppressed);
        if (state != null) {
          return state;
        }
      }
    }
    return null;
  }

  private static RollbackException rollback(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof RollbackException rollback) {
        return rollback;
      }
    }
    return null;
  }
}
