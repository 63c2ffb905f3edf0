package vn.sogopy.comment;

import vn.sogopy.platform.text.Labelled;

/**
 * The result of a comment. It is a field of its own, never derived from the answer. Documents print
 * the Vietnamese labels unchanged (docs/domain.md section 5).
 */
public enum Result implements Labelled {
  ACCEPTED("Tiếp thu"),
  PARTIALLY_ACCEPTED("Tiếp thu một phần"),
  EXPLAINED("Giải trình, giữ nguyên dự thảo"),
  ALREADY_COVERED("Đã có trong dự thảo"),
  NOTED("Ghi nhận"),
  OUT_OF_SCOPE("Không thuộc phạm vi quy hoạch");

  private final String label;

  Result(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether the draft changes. The place of the change may be added later. */
  public boolean changesDraft() {
    return this == ACCEPTED || this == PARTIALLY_ACCEPTED;
  }
}
