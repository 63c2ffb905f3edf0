package vn.sogopy.comment;

import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.security.Caller;

/**
 * Intake and correction are for OPEN drafts; the coordinator may still enter into a CLOSED one,
 * with a reason.
 */
public final class DraftGate {
  private DraftGate() {}

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
