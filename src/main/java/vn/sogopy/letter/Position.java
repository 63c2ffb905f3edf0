package vn.sogopy.letter;

import vn.sogopy.platform.text.Labelled;

/** Opinion of a reply on the draft as a whole; docs/domain.md, section 4. */
public enum Position implements Labelled {
  AGREES("Nhất trí, không có ý kiến thêm"),
  AGREES_WITH_COMMENTS("Cơ bản nhất trí, có ý kiến"),
  COMMENTS("Có ý kiến góp ý"),
  DISAGREES("Không nhất trí");

  private final String label;

  Position(String label) {
    this.label = label;
  }

  /** As printed in official documents. */
  @Override
  public String label() {
    return label;
  }
}
