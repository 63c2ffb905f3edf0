package vn.sogopy.comment.intake;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;

/**
 * Of those who bring the same externalId at once, one goes first; to the end of its transaction.
 * With an import under way the unique index decides, and the loser tries again.
 */
final class IntakeLock {
  private IntakeLock() {}

  /** Sorted, so that two requests with the same ones do not wait for each other. */
  static void externalIds(
      DataSource source, DraftRef draft, String client, List<CommentInput> inputs) {
    String[] ids =
        inputs.stream()
            .map(CommentInput::externalId)
            .filter(Objects::nonNull)
            .map(id -> draft.planId() + client + id)
            .toArray(String[]::new);
    if (ids.length > 0) {
      Sql.of(
              "select pg_advisory_xact_lock(k.id) from (select distinct hashtextextended(i.id, 2) as id"
                  + " from unnest(?) i (id) order by id) k",
              (Object) ids)
          .list(source, row -> true);
    }
  }

  /**
   * One import into a draft after the other. A lock for each of its rows is out of the question:
   * PostgreSQL holds only so many; and one for all of them would make everybody wait who sends a
   * comment meanwhile, each with a connection in hand.
   */
  static void imports(DataSource source, DraftRef draft) {
    // The one before may take its time; whoever holds a row of ours may not.
    String usual =
        Sql.of(
                "select current_setting('lock_timeout') as usual,"
                    + " set_config('lock_timeout', '120s', true)")
            .first(source, row -> row.getString("usual"))
            .orElseThrow();
    // Tables grow by the thousand here, unanalysed: a plan that was made while they were small, or
    // by guess, walks all rows for each new one. Plans are made anew, and by the indexes.
    Sql.of(
            "select pg_advisory_xact_lock(hashtextextended(?, 5)),"
                + " set_config('lock_timeout', ?, true),"
                + " set_config('plan_cache_mode', 'force_custom_plan', true),"
                + " set_config('enable_seqscan', 'off', true),"
                + " set_config('enable_hashjoin', 'off', true),"
                + " set_config('enable_mergejoin', 'off', true)",
            "import " + draft.id(),
            usual)
        .first(source, row -> true);
  }
}
