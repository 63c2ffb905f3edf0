package vn.sogopy.platform.http.paging;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.QueryProducer;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;

/**
 * Keyset pagination of an HQL query. All keys have the same direction, and the last one is unique.
 *
 * @param <T> type of the rows
 */
public final class HqlKeyset<T> {
  private final boolean descending;
  private final List<Key<T>> keys;

  /**
   * A sort key. Its path is never null.
   *
   * @param value of the path in a row
   */
  public record Key<T>(String path, Keyset.Type type, Function<T, ?> value) {}

  public HqlKeyset(boolean descending, List<Key<T>> keys) {
    this.descending = descending;
    this.keys = keys;
  }

  @SafeVarargs
  public static <T> HqlKeyset<T> ascending(Key<T>... keys) {
    return new HqlKeyset<>(false, List.of(keys));
  }

  @SafeVarargs
  public static <T> HqlKeyset<T> descending(Key<T>... keys) {
    return new HqlKeyset<>(true, List.of(keys));
  }

  /**
   * Reads one page.
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
    List<String> cursor = Cursor.decode(request.cursor(), request.question(), keys.size());
    Hql query = Hql.of(select).add(from);
    if (cursor != null) {
      query.add(behind(cursor));
    }
    // A literal: for a parameter PostgreSQL assumes a limit of a tenth of all rows.
    query.add(order()).add("limit " + (request.limit() + 1));
    List<T> rows = query.read(session, type);
    List<T> items = rows.stream().limit(request.limit()).toList();
    String next =
        rows.size() > items.size()
            ? Cursor.encode(request.question(), keysOf(items.get(items.size() - 1)))
            : null;
    return new Page<>(items, next, request.count() ? total(session, from) : null);
  }

  private static Long total(QueryProducer session, Hql from) {
    return Hql.of("select count(*)").add(from).read(session, Long.class).get(0);
  }

  private Hql behind(List<String> cursor) {
    Object[] values = new Object[keys.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = keys.get(i).type().parse(cursor.get(i));
      values[i] = keys.get(i).type() == Keyset.Type.DATE ? day(value) : value;
    }
    String paths = keys.stream().map(Key::path).collect(Collectors.joining(", "));
    String marks = String.join(", ", Collections.nCopies(values.length, "?"));
    return Hql.of("and (" + paths + (descending ? ") < (" : ") > (") + marks + ")", values);
  }

  private static LocalDate day(Object value) {
    try {
      return LocalDate.parse(value.toString());
    } catch (DateTimeParseException notOurs) {
      throw Cursor.invalid();
    }
  }

  private String order() {
    String direction = descending ? " desc" : " asc";
    return keys.stream()
        .map(key -> key.path() + direction)
        .collect(Collectors.joining(", ", "order by ", ""));
  }

  private List<String> keysOf(T row) {
    return keys.stream().map(key -> key.value().apply(row).toString()).toList();
  }
}
