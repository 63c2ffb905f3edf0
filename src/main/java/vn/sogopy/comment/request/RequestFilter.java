package vn.sogopy.comment.request;

import java.util.UUID;

/**
 * Which requests are asked for; null = no matter.
 *
 * @param byDueDate the next due first and those without a date last, else the newest first
 */
record RequestFilter(
    UUID comment,
    String plan,
    String organization,
    Boolean open,
    Boolean overdue,
    boolean byDueDate) {

  static RequestFilter of(UUID comment) {
    return new RequestFilter(comment, null, null, null, null, false);
  }
}
