package vn.sogopy.consultation.round;

import java.util.UUID;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;

/**
 * A number of comments of one organization with equal counted properties.
 *
 * @param section path of the section; null for a general comment, and if not grouped by section
 * @param letter null = without letter, and if not grouped by letter
 * @param channel of the letter; null = without letter
 * @param meeting whether the letter is the minutes of a meeting, which are no reply
 * @param result as recorded, approved or not; null = not answered
 * @param overdue after the due date of the answer
 */
record CommentGroup(
    String section,
    UUID letter,
    Channel channel,
    boolean meeting,
    Status status,
    Result result,
    String assignee,
    boolean overdue,
    int number) {

  /** Withdrawn comments and split originals are not counted. The parts of a split are counted. */
  boolean counted() {
    return Status.LIVE.contains(status);
  }

  /** False for comments made at a meeting or without a letter. */
  boolean byLetter() {
    return channel != null && !meeting;
  }

  /** {@link Result}, or PENDING unless APPROVED. */
  String outcome() {
    return status == Status.APPROVED ? result.name() : CommentCounts.PENDING;
  }
}
