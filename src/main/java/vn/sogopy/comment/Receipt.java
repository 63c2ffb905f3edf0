package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import vn.sogopy.security.Act;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/**
 * What belongs to the receipt of every new comment, however it came in, in the transaction of its
 * intake: its row, the first lines of its history, and the line on the comment that it follows.
 */
@ApplicationScoped
class Receipt {
  /** Who assigns where the outline says to whom, and nobody's hand. */
  private static final Caller SERVICE =
      new Caller("Sổ Góp Ý", "so-gop-y", Role.COORDINATOR, null, null);

  private static final String BY_SECTION = "Mặc định theo mục";

  @Inject CommentRepository comments;
  @Inject HistoryWriter history;

  /**
   * Stores a comment that was sent. The section's default assignee gets it at once: a wish that the
   * coordinator has laid down in the outline.
   *
   * @param defaultAssignee null = nobody, the comment stays RECEIVED
   * @param reason why it was entered after the draft closed, else null
   */
  void keep(Act act, Comment comment, String defaultAssignee, String reason) {
    assign(comment, defaultAssignee);
    store(act, comment, List.of(), reason);
    assigned(new Act(SERVICE, act.at()), comment, BY_SECTION);
  }

  /**
   * Stores one point of a comment that was split. Whoever works on the whole works on its points;
   * else it goes by the section, as with every comment.
   */
  void keepPart(Act act, Comment part, Comment original, String defaultAssignee, String reason) {
    boolean inherited = original.assignee != null;
    assign(part, inherited ? original.assignee : defaultAssignee);
    store(act, part, history.changes().add("partOf", null, original.id).list(), reason);
    if (inherited) {
      assigned(act, part, reason);
    } else {
      assigned(new Act(SERVICE, act.at()), part, BY_SECTION);
    }
  }

  private static void assign(Comment comment, String assignee) {
    comment.assignee = assignee;
    comment.status = assignee == null ? Status.RECEIVED : Status.ASSIGNED;
  }

  private void store(Act act, Comment comment, List<History.Change> changes, String reason) {
    // Locked before the insert, whose foreign key takes a weaker lock on the same row: two comments
    // that follow one would otherwise wait for each other.
    boolean follows = comment.followsId != null && comment.part == null;
    Comment followed = follows ? comments.lock(comment.followsId) : null;
    comments.persistAndFlush(comment);
    history.write(comment.id, act, Action.RECEIVED, null, Status.RECEIVED, changes, reason);
    if (followed != null) {
      followed.updatedAt = act.at();
      List<History.Change> by = history.changes().add("followedBy", null, comment.id).list();
      history.write(followed, act, Action.FOLLOWED, followed.status, by, null);
    }
  }

  /** A line of its own: the commenter does not see it before the answer is approved. */
  private void assigned(Act act, Comment comment, String reason) {
    if (comment.assignee != null) {
      List<History.Change> to = history.changes().add("assignee", null, comment.assignee).list();
      history.write(comment, act, Action.ASSIGNED, Status.RECEIVED, to, reason);
    }
  }
}
