package vn.sogopy.plan;

/** What the opinions on a draft are asked for. */
public enum DraftKind {
  /** Comments of organizations and of everybody. */
  CONSULTATION("ý kiến góp ý", null),
  /** Opinions of the members of the appraisal council, who are the consultees. */
  APPRAISAL("ý kiến của Hội đồng thẩm định", "Hội đồng thẩm định");

  private final String opinions;
  private final String addressee;

  DraftKind(String opinions, String addressee) {
    this.opinions = opinions;
    this.addressee = addressee;
  }

  /** The opinions in a title. */
  public String opinions() {
    return opinions;
  }

  /** Whom the report is for, unless the draft says so; null = as the letterhead of the plan. */
  public String addressee() {
    return addressee;
  }
}
