package vn.sogopy.platform.http.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Scalars;

/**
 * Keyset pagination of an SQL query. All keys have the same direction, and the last one is unique.
 */
public final class Keyset {
  private final List<Key> keys;
  private final boolean descending;

  /** The index of the first key, greater than 0 in a {@link #rest}. */
  private final int at;

  /** How a key is written in a cursor and compared in SQL. An invalid value is refused. */
  public enum Type {
    NUMBER("int"),
    TEXT("text"),
    /** Includes {@code infinity}, which sorts after every day. */
    DATE("date"),
    INSTANT("timestamptz"),
    LONG("bigint"),
    ID("uuid");

    private final String name;

    Type(String name) {
      this.name = name;
    }

    /**
     * A subquery, so that PostgreSQL does not plan for the value itself. Its estimate uses only the
     * first key. If a hundred thousand rows share it, such as the time of an import, PostgreSQL
     * would expect no rows after the cursor and sort all of them for each page.
     */
    private String mark() {
      return "(select ?::" + name + ")";
    }

    /** Only values that PostgreSQL can store. */
    Object parse(String text) {
      try {
        return switch (this) {
          case NUMBER -> Integer.valueOf(text);
          case TEXT -> text;
          case DATE -> text.equals("infinity") ? text : Scalars.dateOfAnyYear(text).toString();
          case INSTANT -> Scalars.instant(text);
          case LONG -> Long.valueOf(text);
          case ID -> Scalars.uuid(text);
        };
      } catch (IllegalArgumentException | DateTimeException notOurs) {
        throw Cursor.invalid();
      }
    }

    private String read(ResultSet row, String column) throws SQLException {
      return this == INSTANT ? Row.instant(row, column).toString() : row.getString(column);
    }
  }

  /** An expression that is never NULL. */
  public record Key(Sql expression, Type type) {
    public Key(String expression, Type type) {
      this(Sql.of(expression), type);
    }
  }

  public Keyset(boolean descending, List<Key> keys) {
    this(descending, keys, 0);
  }

  private Keyset(boolean descending, List<Key> keys, int at) {
    this.descending = descending;
    this.keys = List.copyOf(keys);
    this.at = at;
  }

  /** All keys except the first. The columns keep their names. */
  Keyset rest() {
    return new Keyset(descending, keys.subList(1, keys.size()), at + 1);
  }

  /** The first key of a cursor, which must be a NUMBER. */
  int number(List<String> cursor) {
    return (Integer) Type.NUMBER.parse(cursor.get(0));
  }

  /** The columns that the SELECT must include, each after a comma. */
  public Sql columns() {
    Sql columns = new Sql();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(",").add(keys.get(i).expression).add("as " + name(i));
    }
    return columns;
  }

  /** The columns for an outer SELECT, each after a comma. */
  Sql columnsOf(String table) {
    return Sql.of(
        IntStream.range(0, keys.size())
            .mapToObj(i -> ", " + table + "." + name(i))
            .collect(Collectors.joining()));
  }

  private String name(int key) {
    return "key_" + (at + key);
  }

  int size() {
    return keys.size();
  }

  boolean isDescending() {
    return descending;
  }

  /**
   * Reads one page of a SELECT that includes the {@linkplain #columns columns} and ends with its
   * WHERE clause.
   *
   * @param question identifies the list and its filters
   * @param total query of the total number; null = none
   * @throws ProblemException 400 for an invalid cursor, or one of another list or filter
   */
  public <T> Page<T> page(
      DataSource source,
      String question,
      int limit,
      String cursor,
      Sql select,
      Sql.RowMapper<T> mapper,
      Sql total) {
    List<String> from = Cursor.decode(cursor, question, keys.size());
    if (from != null) {
      select.add(behind(from));
    }
    select.add(order()).add(limit(limit + 1));
    return read(source, question, limit, select, mapper, total);
  }

  /** Reads a SELECT that has the columns, the order and a limit of one more row. */
  <T> Page<T> read(
      DataSource source,
      String question,
      int limit,
      Sql select,
      Sql.RowMapper<T> mapper,
      Sql total) {
    List<Keyed<T>> rows = select.list(source, row -> new Keyed<>(mapper.map(row), keysOf(row)));
    String next = rows.size() > limit ? Cursor.encode(question, rows.get(limit - 1).keys()) : null;
    List<T> items = rows.stream().limit(limit).map(Keyed::item).toList();
    return new Page<>(
        items,
        next,
        total == null ? null : total.first(source, row -> row.getLong(1)).orElseThrow());
  }

  private record Keyed<T>(T item, List<String> keys) {}

  /** The condition for the rows after these keys. */
  Sql behind(List<String> cursor) {
    Sql columns = new Sql();
    Sql values = new Sql();
    for (int i = 0; i < keys.size(); i++) {
      Key key = keys.get(i);
      String comma = i == 0 ? "" : ",";
      columns.add(comma).add(key.expression);
      values.add(comma + key.type.mark(), key.type.parse(cursor.get(i)));
    }
    return Sql.of("and (").add(columns).add(descending ? ") < (" : ") > (").add(values).add(")");
  }

  /**
   * A literal: for a parameter, the generic plan of a prepared statement assumes a tenth of all
   * rows.
   */
  static String limit(int rows) {
    return "limit " + rows;
  }

  String order() {
    String direction = descending ? " desc" : " asc";
    return IntStream.range(0, keys.size())
        .mapToObj(i -> name(i) + direction)
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  private List<String> keysOf(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      values.add(keys.get(i).type.read(row, name(i)));
    }
    return values;
  }
}
