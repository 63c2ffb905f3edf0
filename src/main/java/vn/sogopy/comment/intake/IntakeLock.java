package vn.sogopy.comment.intake;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.sql.Sql;

/**
 * Locks of intakes, held to the end of the transaction. Requests with the same externalId wait for
 * each other; between a request and an import the unique index decides, and the loser tries again.
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
   * Lets one import into a draft run at a time; the wait for it may take two minutes. A lock for
   * each row would exceed the locks that PostgreSQL can hold, and a lock that single requests take
   * too would make all of them wait, each with a connection.
   */
  static void imports(DataSource source, DraftRef draft) {
    String usual =
        Sql.of(
                "select current_setting('lock_timeout') as usual,"
                    + " set_config('lock_timeout', '120s', true)")
            .first(source, row -> row.getString("usual"))
            .orElseThrow();
    Sql.of(
            "select pg_advisory_xact_lock(hashtextextended(?, 5)), set_config('lock_timeout', ?, true)",
            "import " + draft.id(),
            usual)
        .first(source, row -> true);
  }
}
