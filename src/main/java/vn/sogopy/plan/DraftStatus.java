package vn.sogopy.plan;

import java.util.EnumSet;
import java.util.Set;

/** State of a draft. The Vietnamese terms are in docs/domain.md, section 5. */
public enum DraftStatus {
  PREPARING("Đang soạn thảo"),
  OPEN("Đang lấy ý kiến"),
  CLOSED("Đã kết thúc lấy ý kiến");

  private final String label;

  DraftStatus(String label) {
    this.label = label;
  }

  /** As printed in official documents. */
  public String label() {
    return label;
  }

  /** A closed draft can open again, with a later due date. No state changes back to PREPARING. */
  Set<DraftStatus> next() {
    return this == OPEN ? EnumSet.of(CLOSED) : EnumSet.of(OPEN);
  }
}
