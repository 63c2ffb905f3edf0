package vn.sogopy.comment.workflow;

/** The draft after that of a comment: the least number greater, since numbers may have gaps. */
public final class NextDraft {
  /** As a subquery beside a draft {@code d}. */
  public static final String ID =
      "(select n.id from draft n where n.plan_id = d.plan_id and n.number > d.number"
          + " order by n.number limit 1)";

  private NextDraft() {}
}
