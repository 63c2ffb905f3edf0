package vn.sogopy.comment.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Decides whether a draft accepts comments and corrections. An OPEN draft does. A CLOSED draft
 * accepts those of the coordinator that have a reason. Also the locks of intakes, which last until
 * the end of the transaction.
 */
public final class DraftGate {
  private DraftGate() {}

  /**
   * The status of the draft. The row lock lasts until the end of the transaction.
   *
   * @throws ProblemException 404 if the draft does not exist
   */
  public static DraftStatus hold(DataSource source, UUID draftId) {
    return Sql.of("select status from draft where id = ? for share", draftId)
        .first(source, row -> Row.constant(row, "status", DraftStatus.class))
        .orElseThrow(ProblemException::notFound);
  }

  /**
   * @throws ProblemException 409 draft-not-open
   */
  public static void requireIntake(Caller caller, DraftStatus status, int draft, String reason) {
    boolean byHand = status == DraftStatus.CLOSED && caller.isCoordinator() && reason != null;
    if (status != DraftStatus.OPEN && !byHand) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_OPEN, draft, status.name());
    }
  }

  /**
   * Serializes requests with the same externalId until the end of the transaction. Locks are taken
   * in sorted order to avoid deadlocks. Between a request and an import the unique index decides,
   * and the loser retries.
   */
  static void lockExternalIds(
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
   * Serializes imports into a draft; the wait is limited to two minutes. Row locks would exceed the
   * lock table of PostgreSQL. A lock shared with single requests would block all of them, each with
   * a connection.
   */
  static void lockImports(DataSource source, DraftRef draft) {
    Sql.of(
            """
            with usual as materialized (select current_setting('lock_timeout') as timeout)
            select set_config('lock_timeout', '120s', true),
              pg_advisory_xact_lock(hashtextextended(?, 5)),
              set_config('lock_timeout', usual.timeout, true)
            from usual""",
            "import " + draft.id())
        .first(source, row -> true);
  }
}
