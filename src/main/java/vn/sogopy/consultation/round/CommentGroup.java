package vn.sogopy.consultation.round;

import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;

/**
 * A number of comments of one body that are alike in all that is counted.
 *
 * @param section path of the section; null for a general comment, and where it was not asked for
 * @param channel of the letter they came in; null = without letter
 * @param result as recorded, whether approved or not; null = not answered
 * @param overdue the consultant's date is over
 */
record CommentGroup(
    String section,
    Channel channel,
    Status status,
    Result result,
    String assignee,
    boolean overdue,
    int number) {

  /** Withdrawn comments and split originals are not counted; parts are. */
  boolean counted() {
    return status != Status.WITHDRAWN && status != Status.SPLIT;
  }

  /** Not heard at a meeting, nor told without a letter. */
  boolean byLetter() {
    return channel != null && !channel.isMeeting();
  }

  /** {@link Result}, or PENDING: a result counts when APPROVED. */
  String outcome() {
    return status == Status.APPROVED ? result.name() : CommentCounts.PENDING;
  }
}
