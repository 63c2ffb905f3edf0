package vn.sogopy.comment;

import java.util.List;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.sql.Sql;

/**
 * Of those who bring the same externalId at once, one goes first; to the end of its transaction.
 */
final class IntakeLock {
  private IntakeLock() {}

  /** These externalIds; while an import of the same client is under way, this waits. */
  static void externalIds(DataSource source, DraftRef draft, String client, List<String> ids) {
    if (!ids.isEmpty()) {
      // Sorted: two that bring the same ones in another order must not wait for each other.
      Sql.of(
              "select pg_advisory_xact_lock_shared(hashtextextended(?, 5)), pg_advisory_xact_lock(k.id)"
                  + " from (select distinct hashtextextended(i.id, 2) as id"
                  + " from unnest(?) i (id) order by id) k",
              scope(draft, client),
              ids.stream().map(id -> scope(draft, client) + id).toArray(String[]::new))
          .list(source, row -> true);
    }
  }

  /**
   * All that this client may bring into the plan: one lock in place of one for each row of an
   * import, of which PostgreSQL holds only so many.
   */
  static void all(DataSource source, DraftRef draft, String client) {
    // Tables grow by the thousand here, unanalysed: a plan that was made while they were small, or
    // by guess, walks all rows for each new one. Plans are made anew, and by the indexes.
    Sql.of(
            "select pg_advisory_xact_lock(hashtextextended(?, 5)),"
                + " set_config('plan_cache_mode', 'force_custom_plan', true),"
                + " set_config('enable_seqscan', 'off', true),"
                + " set_config('enable_hashjoin', 'off', true),"
                + " set_config('enable_mergejoin', 'off', true)",
            scope(draft, client))
        .first(source, row -> true);
  }

  private static String scope(DraftRef draft, String client) {
    return draft.planId() + client;
  }
}
