package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Status;
import vn.sogopy.security.Actor;

/** What a letter does to its comments as a whole. To be called within a transaction. */
@ApplicationScoped
public class LetterComments {
  @Inject CommentRepository comments;
  @Inject HistoryWriter history;

  /**
   * Another letter takes the place of this one: what the state table lets go is withdrawn; what is
   * APPROVED stays, to be looked at again. Never refused.
   *
   * @param reason names the other letter
   */
  public void replaced(Actor actor, UUID letterId, String reason) {
    List<HistoryWriter.Line> withdrawn = new ArrayList<>();
    List<HistoryWriter.Line> flagged = new ArrayList<>();
    for (Comment comment : comments.lockByLetter(letterId)) {
      Status from = comment.status;
      if (from.moves().contains(Status.WITHDRAWN)) {
        comment.status = Status.WITHDRAWN;
        comment.updatedAt = actor.at();
        withdrawn.add(HistoryWriter.line(comment, from, List.of()));
      } else if (from == Status.APPROVED && !comment.needsReview) {
        comment.needsReview = true;
        comment.updatedAt = actor.at();
        flagged.add(
            HistoryWriter.line(
                comment, from, history.changes().add("needsReview", false, true).list()));
      }
    }
    comments.flush();
    history.write(actor, Action.WITHDRAWN, withdrawn, reason);
    history.write(actor, Action.FLAGGED, flagged, reason);
  }

  /**
   * @param counted neither withdrawn nor split
   * @param begun those on which somebody has worked
   */
  public record State(int counted, int begun) {}

  public State state(UUID letterId) {
    List<Status> all = comments.statuses(letterId);
    return new State(
        (int) all.stream().filter(Status.LIVE::contains).count(),
        (int)
            all.stream()
                .filter(status -> status != Status.RECEIVED && status != Status.WITHDRAWN)
                .count());
  }
}
