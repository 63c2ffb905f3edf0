package vn.sogopy.plan;

import java.util.EnumSet;
import java.util.Set;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.Labelled;
import vn.sogopy.security.Caller;

/** State of a draft. The Vietnamese terms are in docs/domain.md, section 5. */
public enum DraftStatus implements Labelled {
  PREPARING("Đang soạn thảo"),
  OPEN("Đang lấy ý kiến"),
  CLOSED("Đã kết thúc lấy ý kiến");

  private final String label;

  DraftStatus(String label) {
    this.label = label;
  }

  /** As printed in official documents. */
  @Override
  public String label() {
    return label;
  }

  /** A closed draft can open again, with a later due date. No state changes back to PREPARING. */
  Set<DraftStatus> next() {
    return this == OPEN ? EnumSet.of(CLOSED) : EnumSet.of(OPEN);
  }

  /**
   * Decides whether the draft accepts comments and corrections. An OPEN draft does. A CLOSED draft
   * accepts those of the coordinator that have a reason.
   */
  public boolean accepts(Caller caller, String reason) {
    return this == OPEN || (this == CLOSED && caller.isCoordinator() && reason != null);
  }

  /**
   * @param draft its number
   * @throws ProblemException 409 draft-not-open unless it {@link #accepts}
   */
  public void requireIntake(Caller caller, int draft, String reason) {
    if (!accepts(caller, reason)) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_OPEN, draft, this);
    }
  }
}
