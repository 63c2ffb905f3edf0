package vn.sogopy.platform.http.paging;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * The ids of a page, found by a narrow query for them and for the sort keys: what is skipped on the
 * way to it, or sorted away, costs no more than it must. What is shown of them is another
 * statement, which need not be planned anew where this one must.
 *
 * @param keyset the order; where some rows come first, its first key is a NUMBER that only tells
 *     them from the others
 * @param first the condition for the rows, by {@code found.id}, that come first; null = no row
 *     does. They are looked for first, and the others only if they do not fill the page.
 */
public record NarrowPage(Keyset keyset, Sql first) {

  /** The number of the rows that come first, and that of the others. */
  public static int rank(boolean first, boolean descending) {
    return first == descending ? 1 : 0;
  }

  /**
   * @param id the column that is the rows' id
   * @param from FROM and WHERE
   * @see Keyset#page
   */
  public Page<UUID> ids(
      DataSource source,
      String question,
      int limit,
      String cursor,
      String id,
      Sql from,
      Sql total) {
    List<String> behind = Cursor.decode(cursor, question, keyset.size());
    Sql rows = rows(id, from, behind, limit + 1);
    return keyset.read(source, question, limit, rows, row -> Row.uuid(row, "id"), total);
  }

  private Sql rows(String id, Sql from, List<String> behind, int limit) {
    if (first == null) {
      return select(id, keyset, from, behind).add(Keyset.limit(limit));
    }
    Sql others = some(id, from, false, behind, limit);
    if (others == null) {
      return select(id, keyset, Sql.of("").add(from).add("and false"), behind);
    }
    Sql preferred = some(id, from, true, behind, limit);
    return preferred == null
        ? others
        : Sql.of("with preferred as materialized (")
            .add(preferred)
            .add(") select * from preferred union all select * from (")
            .add(others)
            .add(") others where (select count(*) from preferred) < " + limit)
            .add(keyset.order());
  }

  /** Those that come first, or the others; null if the cursor is behind them all. */
  private Sql some(String id, Sql from, boolean preferred, List<String> behind, int limit) {
    int rank = rank(preferred, keyset.isDescending());
    Integer last = behind == null ? null : keyset.number(behind);
    if (last != null && (keyset.isDescending() ? rank > last : rank < last)) {
      return null;
    }
    Keyset rest = keyset.rest();
    // Ordered first, and then asked one by one until the page is full: to tell which come first is
    // dear. OFFSET keeps the condition outside; the order of what is within stays.
    return Sql.of("select found.id, " + rank + " as key_0")
        .add(rest.columnsOf("found"))
        .add("from (")
        .add(
            select(
                id,
                rest,
                from,
                last != null && rank == last ? behind.subList(1, behind.size()) : null))
        .add("offset 0) found where")
        .add(preferred ? "" : "not")
        .add(first)
        .add(Keyset.limit(limit));
  }

  private static Sql select(String id, Keyset keyset, Sql from, List<String> behind) {
    Sql select = Sql.of("select " + id + " as id").add(keyset.columns()).add(from);
    if (behind != null) {
      select.add(keyset.behind(behind));
    }
    return select.add(keyset.order());
  }
}
