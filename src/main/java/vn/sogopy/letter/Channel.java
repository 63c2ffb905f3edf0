package vn.sogopy.letter;

import vn.sogopy.plan.DraftKind;
import vn.sogopy.platform.text.Labelled;

/** How a reply came; docs/domain.md, section 5. */
public enum Channel implements Labelled {
  LETTER("Văn bản giấy"),
  EDOC("Văn bản điện tử"),
  EMAIL("Thư điện tử"),
  PORTAL("Cổng thông tin điện tử"),
  WORKSHOP("Hội nghị, hội thảo"),
  SURVEY("Phiếu lấy ý kiến"),
  COUNCIL("Hội đồng thẩm định");

  private final String label;

  Channel(String label) {
    this.label = label;
  }

  /** As printed in official documents. */
  @Override
  public String label() {
    return label;
  }

  /** The minutes of a meeting do not count as a reply by letter; docs/domain.md, section 6. */
  public boolean isMeeting() {
    return this == WORKSHOP || this == COUNCIL;
  }

  /** As {@link #isMeeting}; but the council of an appraisal replies by its minutes. */
  public boolean isMeetingIn(DraftKind kind) {
    return isMeeting() && !(this == COUNCIL && kind == DraftKind.APPRAISAL);
  }
}
