package vn.sogopy.platform.http.paging;

import jakarta.persistence.EntityManager;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.QueryProducer;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Scalars;

/**
 * Keyset pagination of an HQL query or an SQL query: a page begins after the sort keys of the last
 * row of the page before. All keys have the same direction, and the last one is unique.
 *
 * @param <T> type of the rows
 */
public record Keyset<T>(boolean descending, List<Key<T>> keys) {

  /**
   * A sort key.
   *
   * @param path expression that is never null
   * @param value of the path in a row
   */
  public record Key<T>(String path, Type type, Function<T, ?> value) {}

  /** How a key is read from a cursor. An invalid value is refused. */
  public enum Type {
    NUMBER("int"),
    TEXT("text"),
    DATE("date"),
    INSTANT("timestamptz"),
    LONG("bigint"),
    ID("uuid");

    private final String name;

    Type(String name) {
      this.name = name;
    }

    /** Only values that PostgreSQL can store. */
    private Object parse(String text) {
      try {
        return switch (this) {
          case NUMBER -> Integer.valueOf(text);
          case TEXT -> text;
          case DATE -> Scalars.dateOfAnyYear(text);
          case INSTANT -> Scalars.instant(text);
          case LONG -> Long.valueOf(text);
          case ID -> Scalars.uuid(text);
        };
      } catch (IllegalArgumentException | DateTimeException malformed) {
        throw Cursor.invalid();
      }
    }
  }

  @SafeVarargs
  public static <T> Keyset<T> ascending(Key<T>... keys) {
    return new Keyset<>(false, List.of(keys));
  }

  @SafeVarargs
  public static <T> Keyset<T> descending(Key<T>... keys) {
    return new Keyset<>(true, List.of(keys));
  }

  /**
   * Reads one page of an HQL query.
   *
   * @param select the SELECT clause
   * @param from FROM and WHERE
   * @throws ProblemException 400 for an invalid cursor, or one of another list or filter
   */
  public Page<T> page(
      EntityManager entities, Class<T> type, PageRequest request, String select, Hql from) {
    return read(entities.unwrap(Session.class), type, request, select, from);
  }

  /** Like {@link #page}, for any session. */
  public Page<T> read(
      QueryProducer session, Class<T> type, PageRequest request, String select, Hql from) {
    List<Object> after = after(request);
    Hql query = Hql.of(select).add(from);
    if (after != null) {
      query.add(behind(key -> "?"), after.toArray());
    }
    // A literal: for a parameter PostgreSQL assumes a limit of a tenth of all rows.
    query.add(order()).add("limit " + (request.limit() + 1));
    List<T> rows = query.read(session, type);
    Long total =
        request.count()
            ? Hql.of("select count(*)").add(from).read(session, Long.class).get(0)
            : null;
    return page(rows, request, total);
  }

  /**
   * The keys in the cursor; null on the first page.
   *
   * @throws ProblemException 400 for an invalid cursor, or one of another list or filter
   */
  public List<Object> after(PageRequest request) {
    List<String> cursor = Cursor.decode(request.cursor(), request.question(), keys.size());
    if (cursor == null) {
      return null;
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < cursor.size(); i++) {
      values.add(keys.get(i).type().parse(cursor.get(i)));
    }
    return values;
  }

  /**
   * Adds the condition for the rows after these keys, and the order.
   *
   * <p>Each value is a subquery, so that PostgreSQL does not plan for the value itself. Its
   * estimate uses only the first key. If a hundred thousand rows share it, such as the time of an
   * import, PostgreSQL would expect no rows after the cursor and sort all of them for each page.
   *
   * @param query an SQL query that ends with its WHERE clause
   * @param after null = the first page
   */
  public Sql restrict(Sql query, List<Object> after) {
    if (after != null) {
      query.add(behind(key -> "(select ?::" + key.type().name + ")"), after.toArray());
    }
    return query.add(order());
  }

  private String behind(Function<Key<T>, String> mark) {
    String paths = keys.stream().map(Key::path).collect(Collectors.joining(", "));
    String marks = keys.stream().map(mark).collect(Collectors.joining(", "));
    return "and (" + paths + (descending ? ") < (" : ") > (") + marks + ")";
  }

  private String order() {
    String direction = descending ? " desc" : " asc";
    return keys.stream()
        .map(key -> key.path() + direction)
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  /**
   * The page of these rows. One more than the limit shows that another page follows.
   *
   * @param total null = not counted
   */
  public Page<T> page(List<T> rows, PageRequest request, Long total) {
    List<T> items = rows.stream().limit(request.limit()).toList();
    String next =
        rows.size() > items.size()
            ? Cursor.encode(request.question(), keysOf(items.get(items.size() - 1)))
            : null;
    return new Page<>(items, next, total);
  }

  private List<String> keysOf(T row) {
    return keys.stream().map(key -> key.value().apply(row).toString()).toList();
  }
}
