package vn.sogopy.desk.comments;

import java.util.List;
import java.util.Set;
import vn.sogopy.comment.History;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.RequestView;
import vn.sogopy.letter.attachment.AttachmentView;

/**
 * The chosen comment with all that is said about it.
 *
 * @param files of its letter
 * @param requests to other bodies, oldest first
 * @param previous the comment of the earlier draft that it follows; null = none
 * @param shared the comment that has the same answer; null = none
 * @param before address of the one before it in the list; null = none
 * @param after address of the next one; null = none
 * @param done address to go to after an answer
 * @param allowed what the caller may do with it now
 */
public record Point(
    CommentView comment,
    List<AttachmentView> files,
    List<RequestView> requests,
    List<History.Entry> history,
    CommentView previous,
    CommentView shared,
    String before,
    String after,
    String done,
    Allowed allowed) {

  /**
   * The forms that the state allows.
   *
   * @param place whether the place of the change can be corrected, and the answer cannot
   */
  public record Allowed(boolean answer, boolean draft, boolean assign, boolean place) {
    private static final Allowed NOTHING = new Allowed(false, false, false, false);

    /**
     * @param works whether the role answers comments
     */
    static Allowed in(CommentView comment, boolean works) {
      if (!works) {
        return NOTHING;
      }
      Set<Status> next = comment.status().transitions();
      boolean answer = next.contains(Status.ANSWERED);
      return new Allowed(
          answer,
          next.contains(Status.DRAFTING),
          // A draft of an answer stays one when it is assigned.
          next.contains(Status.ASSIGNED) || comment.status() == Status.DRAFTING,
          !answer && comment.answer() != null);
    }
  }
}
