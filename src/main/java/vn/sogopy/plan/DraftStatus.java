package vn.sogopy.plan;

import java.util.EnumSet;
import java.util.Set;

/** Where a draft stands; docs/domain.md section 5 has the Vietnamese words. */
public enum DraftStatus {
  PREPARING("Đang soạn thảo"),
  OPEN("Đang lấy ý kiến"),
  CLOSED("Đã kết thúc lấy ý kiến");

  private final String label;

  DraftStatus(String label) {
    this.label = label;
  }

  /** As official papers print it. */
  public String label() {
    return label;
  }

  /**
   * A closed draft may be opened again (the deadline was moved); nothing goes back to PREPARING.
   */
  Set<DraftStatus> next() {
    return this == OPEN ? EnumSet.of(CLOSED) : EnumSet.of(OPEN);
  }
}
