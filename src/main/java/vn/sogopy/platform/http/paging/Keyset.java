package vn.sogopy.platform.http.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import vn.sogopy.platform.http.json.Dates;
import vn.sogopy.platform.http.json.Params;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * The columns by which a list is ordered and goes on behind its cursor; all in the same direction,
 * the last of them telling any two rows apart.
 */
public final class Keyset {
  private final List<Key> keys;
  private final boolean descending;

  /** The number of the first key: those before it were taken away. */
  private final int at;

  /** How a key stands in a cursor, and how it is asked for. What is none of its type is refused. */
  public enum Type {
    NUMBER("int"),
    TEXT("text"),
    /** Also {@code infinity}, which is behind every day. */
    DATE("date"),
    INSTANT("timestamptz"),
    LONG("bigint"),
    ID("uuid");

    private final String name;

    Type(String name) {
      this.name = name;
    }

    /**
     * A SELECT of its own, so that PostgreSQL does not plan for the very value. It would look at
     * the first key alone, and where a hundred thousand rows share that (the time of an import)
     * would expect none behind it, and sort them all for each page.
     */
    private String mark() {
      return "(select ?::" + name + ")";
    }

    /** Within what PostgreSQL can hold. */
    Object parse(String text) {
      try {
        return switch (this) {
          case NUMBER -> Integer.valueOf(text);
          case TEXT -> text;
          case DATE -> text.equals("infinity") ? text : Dates.parseAnyYear(text).toString();
          case INSTANT -> Params.instant("cursor", text);
          case LONG -> Long.valueOf(text);
          case ID -> Params.uuid("cursor", text);
        };
      } catch (ProblemException | NumberFormatException | DateTimeException notOurs) {
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

  /** All but the first key; the columns keep their names. */
  Keyset rest() {
    return new Keyset(descending, keys.subList(1, keys.size()), at + 1);
  }

  /** The first key of a cursor, which is a NUMBER. */
  int number(List<String> cursor) {
    return (Integer) Type.NUMBER.parse(cursor.get(0));
  }

  /** What the SELECT must have besides, each behind a comma. */
  public Sql columns() {
    Sql columns = new Sql();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(",").add(keys.get(i).expression).add("as " + name(i));
    }
    return columns;
  }

  /** The columns as a statement around the SELECT sees them, each behind a comma. */
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
   * One page of the rows of this SELECT, which has the {@linkplain #columns columns} and ends in
   * its WHERE.
   *
   * @param question tells the list and its filters from all others
   * @param total counts all rows; null = not asked for
   * @throws ProblemException 400 for a cursor of another list or filter, or one that is none
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

  /** Reads what has the columns, the order and a row more than the limit. */
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

  /** The condition for the rows behind these keys. */
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
   * Not a parameter: of an unknown number of rows a prepared statement takes a tenth of all for
   * granted, and is planned for that.
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
