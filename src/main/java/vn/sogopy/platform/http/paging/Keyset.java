package vn.sogopy.platform.http.paging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
  private static final String PREFERRED = "0";
  private static final String OTHERS = "1";

  private final boolean descending;
  private final List<Key> keys;
  private final Sql preferred;

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

  private record Keyed<T>(T item, List<String> keys) {}

  public Keyset(boolean descending, List<Key> keys) {
    this(descending, keys, null);
  }

  /**
   * @param preferred the condition on {@code found.id} for the rows that come first; null = none.
   *     The other rows are read only if these do not fill the page
   */
  public Keyset(boolean descending, List<Key> keys, Sql preferred) {
    this.descending = descending;
    this.keys = List.copyOf(keys);
    this.preferred = preferred;
  }

  /** The columns that the SELECT of {@link #page} must include, each after a comma. */
  public Sql columns() {
    Sql columns = new Sql();
    for (int i = 0; i < keys.size(); i++) {
      columns.add(",").add(keys.get(i).expression).add("as key_" + i);
    }
    return columns;
  }

  /**
   * Reads one page of a SELECT that includes the {@linkplain #columns columns} and ends with its
   * WHERE clause. No rows are preferred.
   *
   * @param from FROM and WHERE, to count all rows
   * @throws ProblemException 400 for an invalid cursor, or one of another list or filter
   */
  public <T> Page<T> page(
      DataSource source, PageRequest request, Sql select, Sql from, Sql.RowMapper<T> mapper) {
    Sql rows = ordered(select, decode(request)).add(limit(request));
    return read(source, request, rows, from, mapper);
  }

  /**
   * Finds the ids of a page with a query that reads only ids and sort keys, so that skipped and
   * sorted rows are cheap. Another statement reads the rows of these ids; its plan can be reused
   * where the plan of this query cannot.
   *
   * @param id the id column of the rows
   * @param from FROM and WHERE
   * @see #page
   */
  public Page<UUID> ids(DataSource source, PageRequest request, String id, Sql from) {
    Sql select = Sql.of("select " + id + " as id").add(columns()).add(from);
    List<String> after = decode(request);
    Sql rows =
        preferred == null
            ? ordered(select, after).add(limit(request))
            : preferredFirst(select, after, request);
    return read(source, request, rows, from, row -> Row.uuid(row, "id"));
  }

  private List<String> decode(PageRequest request) {
    int size = preferred == null ? keys.size() : keys.size() + 1;
    return Cursor.decode(request.cursor(), request.question(), size);
  }

  private Sql preferredFirst(Sql select, List<String> after, PageRequest request) {
    String last = after == null ? PREFERRED : after.get(0);
    List<String> rest = after == null ? null : after.subList(1, after.size());
    if (last.equals(OTHERS)) {
      return part(select, OTHERS, rest, request);
    }
    if (!last.equals(PREFERRED)) {
      throw Cursor.invalid();
    }
    return Sql.of("with preferred as materialized (")
        .add(part(select, PREFERRED, rest, request))
        .add(") select * from preferred union all select * from (")
        .add(part(select, OTHERS, null, request))
        .add(") others where (select count(*) from preferred) < " + (request.limit() + 1))
        .add("order by part, " + order());
  }

  /** The preferred rows, or the others. */
  private Sql part(Sql select, String part, List<String> after, PageRequest request) {
    // The condition is expensive: rows are sorted first and then tested until the page is full.
    // OFFSET 0 keeps the condition out of the subquery and preserves the order.
    return Sql.of("select " + part + " as part, found.* from (")
        .add(ordered(Sql.of("").add(select), after))
        .add("offset 0) found where")
        .add(part.equals(PREFERRED) ? "" : "not")
        .add(preferred)
        .add(limit(request));
  }

  private Sql ordered(Sql select, List<String> after) {
    if (after != null) {
      select.add(behind(after));
    }
    return select.add("order by " + order());
  }

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

  private String order() {
    String direction = descending ? " desc" : " asc";
    return IntStream.range(0, keys.size())
        .mapToObj(i -> "key_" + i + direction)
        .collect(Collectors.joining(", "));
  }

  /**
   * One more row than the page. A literal: for a parameter, the generic plan of a prepared
   * statement assumes a tenth of all rows.
   */
  private static String limit(PageRequest request) {
    return "limit " + (request.limit() + 1);
  }

  private <T> Page<T> read(
      DataSource source, PageRequest request, Sql select, Sql from, Sql.RowMapper<T> mapper) {
    List<Keyed<T>> rows = select.list(source, row -> new Keyed<>(mapper.map(row), keysOf(row)));
    int limit = request.limit();
    String next =
        rows.size() > limit ? Cursor.encode(request.question(), rows.get(limit - 1).keys()) : null;
    List<T> items = rows.stream().limit(limit).map(Keyed::item).toList();
    return new Page<>(items, next, request.count() ? total(source, from) : null);
  }

  private static Long total(DataSource source, Sql from) {
    return Sql.of("select count(*)").add(from).first(source, row -> row.getLong(1)).orElseThrow();
  }

  private List<String> keysOf(ResultSet row) throws SQLException {
    List<String> values = new ArrayList<>();
    if (preferred != null) {
      values.add(row.getString("part"));
    }
    for (int i = 0; i < keys.size(); i++) {
      values.add(keys.get(i).type.read(row, "key_" + i));
    }
    return values;
  }
}
