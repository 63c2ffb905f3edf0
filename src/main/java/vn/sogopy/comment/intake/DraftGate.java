package vn.sogopy.comment.intake;

import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Row;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Caller;

/**
 * Whether a draft takes comments and corrections: an OPEN one does; a CLOSED one takes those of the
 * coordinator that give a reason.
 */
public final class DraftGate {
  private DraftGate() {}

  /**
   * The draft's status; it is held to the end of the transaction.
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
}
