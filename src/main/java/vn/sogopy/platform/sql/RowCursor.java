package vn.sogopy.platform.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Rows that are fetched in parts while they are read; only within a transaction. */
public final class RowCursor<T> implements AutoCloseable {
  private static final int FETCHED = 500;

  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final Sql.RowMapper<T> mapper;

  /**
   * @param connection closed with the cursor, as is the statement
   */
  RowCursor(Connection connection, PreparedStatement statement, Sql.RowMapper<T> mapper)
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
