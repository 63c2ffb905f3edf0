package vn.sogopy.platform.http.paging;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;

/**
 * Finds the ids of a page with a query that reads only ids and sort keys, so that skipped and
 * sorted rows are cheap. Another statement reads the rows of these ids; its plan can be reused
 * where the plan of this query cannot.
 *
 * @param keyset the order; if some rows come first, its first key is a NUMBER that only
 *     distinguishes these from the others
 * @param first the condition on {@code found.id} for the rows that come first; null = none. The
 *     other rows are read only if these do not fill the page
 */
public record NarrowPage(Keyset keyset, Sql first) {

  /** The first key of the rows that come first, or of the others. */
  public static int rank(boolean first, boolean descending) {
    return first == descending ? 1 : 0;
  }

  /**
   * @param id the id column of the rows
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

  /** The rows that come first, or the others; null if the cursor is after all of them. */
  private Sql some(String id, Sql from, boolean preferred, List<String> behind, int limit) {
    int rank = rank(preferred, keyset.isDescending());
    Integer last = behind == null ? null : keyset.number(behind);
    if (last != null && (keyset.isDescending() ? rank > last : rank < last)) {
      return null;
    }
    Keyset rest = keyset.rest();
    // The condition is expensive: rows are sorted first and then tested until the page is full.
    // OFFSET 0 keeps the condition out of the subquery and preserves the order.
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
