package vn.sogopy.platform.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Reads column values that may be NULL as Java types. */
public final class Row {
  private Row() {}

  public static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  public static Integer integer(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  public static LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static List<String> texts(ResultSet row, String column) throws SQLException {
    Array value = row.getArray(column);
    return value == null ? null : List.of((String[]) value.getArray());
  }

  public static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type)
      throws SQLException {
    String value = row.getString(column);
    return value == null ? null : Enum.valueOf(type, value);
  }
}
