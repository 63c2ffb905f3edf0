package vn.sogopy.comment.request;

/** When a request is open, for native statements; in HQL it is {@link RequestRow#open}. */
public final class OpenRequest {
  /** Nobody has replied, and a reply would still be of use. */
  public static final String CONDITION =
      "(r.reply is null and c.status not in ('APPROVED', 'WITHDRAWN'))";

  private OpenRequest() {}
}
