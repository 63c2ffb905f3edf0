package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.request.CommentRequestRepository;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** Operations on all comments of a letter. Requires a transaction. */
@ApplicationScoped
public class LetterComments {
  @Inject CommentRepository comments;
  @Inject CommentRequestRepository requests;
  @Inject HistoryWriter history;

  /**
   * Withdraws the comments of a replaced letter if the state table allows it. APPROVED comments are
   * marked for review. Never fails.
   *
   * @param reason names the other letter
   */
  public void replaced(Actor actor, UUID letterId, String reason) {
    List<Entry> withdrawn = new ArrayList<>();
    List<Entry> flagged = new ArrayList<>();
    for (Comment comment : comments.lockByLetter(letterId)) {
      Status from = comment.state.status();
      if (from.transitions().contains(Status.WITHDRAWN)) {
        comment.state = comment.state.withStatus(Status.WITHDRAWN);
        comment.updatedAt = actor.at();
        withdrawn.add(Entry.of(actor, Action.WITHDRAWN, comment, from, List.of(), reason));
      } else if (from == Status.APPROVED && !comment.state.needsReview()) {
        comment.state = comment.state.flagged();
        comment.updatedAt = actor.at();
        var changes = history.changes().add("needsReview", false, true).list();
        flagged.add(Entry.of(actor, Action.FLAGGED, comment, from, changes, reason));
      }
    }
    comments.flush();
    history.write(Stream.concat(withdrawn.stream(), flagged.stream()).toList());
  }

  /**
   * Moves the comments of a letter to another organization, in every state. APPROVED ones are
   * marked for review, since an answer may name the organization.
   *
   * @param changes of the organization, for the history
   * @throws ProblemException 409 request-open if another organization is asked about a restricted
   *     one
   */
  public void moved(
      Actor actor, UUID letterId, UUID organization, List<History.Change> changes, String reason) {
    List<Entry> entries = new ArrayList<>();
    for (Comment comment : comments.lockByLetter(letterId)) {
      if (comment.restricted) {
        requests.requireNoOtherAsked(comment.id, organization);
      }
      HistoryWriter.Changes all = history.changes();
      all.list().addAll(changes);
      Status status = comment.state.status();
      if (status == Status.APPROVED && !comment.state.needsReview()) {
        comment.state = comment.state.flagged();
        all.add("needsReview", false, true);
      }
      comment.organizationId = organization;
      comment.updatedAt = actor.at();
      entries.add(Entry.of(actor, Action.CORRECTED, comment, status, all.list(), reason));
    }
    comments.flush();
    history.write(entries);
  }

  /**
   * @param counted comments neither withdrawn nor split
   * @param begun comments on which work has begun
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
