package vn.sogopy.platform.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/**
 * Rows that come by COPY while they are taken: PostgreSQL works ahead as far as the connection
 * holds what it sends. Nothing else can be asked of the transaction meanwhile. To be closed; what
 * is left then is called off, and the transaction with it.
 */
public final class Copied<T> implements AutoCloseable {
  private final Connection connection;
  private final PGConnection postgres;
  private final CopyOut copy;
  private final CopiedRow.Mapper<T> mapper;
  private final CopiedRow row = new CopiedRow();

  /**
   * @param connection closed with this
   */
  Copied(Connection connection, String statement, CopiedRow.Mapper<T> mapper) throws SQLException {
    this.connection = connection;
    this.postgres = connection.unwrap(PGConnection.class);
    this.copy = postgres.getCopyAPI().copyOut(statement);
    this.mapper = mapper;
  }

  /** The next row; null behind the last one. */
  public T next() {
    try {
      for (byte[] sent = copy.readFromCopy(); sent != null; sent = copy.readFromCopy()) {
        if (row.take(sent)) {
          return mapper.map(row);
        }
      }
      return null;
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  @Override
  public void close() {
    try (connection) {
      if (copy.isActive()) {
        callOff();
      }
    } catch (SQLException e) {
      throw new SqlException(e);
    }
  }

  /**
   * The driver's own way ({@code cancelCopy}) leaves in the connection what was sent before the
   * server heard of it, and its error: the next statement would read them as its own.
   */
  private void callOff() throws SQLException {
    postgres.cancelQuery();
    try {
      while (copy.readFromCopy() != null) {
        // What was on its way.
      }
    } catch (SQLException e) {
      if (!PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
