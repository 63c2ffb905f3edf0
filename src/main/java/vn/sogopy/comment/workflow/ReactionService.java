package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * The commenter's reaction to the answer it was shown. It stays when the answer is returned; once
 * the comment is answered anew it no longer applies, and history alone tells of it.
 */
@ApplicationScoped
public class ReactionService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;

  /**
   * Records the reaction, or another one in its place.
   *
   * @throws ProblemException 400 for MAINTAINED without a note; 409 unless APPROVED
   */
  @Transactional
  public CommentView react(Actor actor, UUID id, ReactionInput input, IfMatch ifMatch) {
    input.check();
    Comment comment = comments.lock(id);
    ifMatch.check(comment.version);
    comment.status.requireAmong(EnumSet.of(Status.APPROVED));
    List<History.Change> changes =
        history
            .changes()
            .add("reaction", comment.reaction, input.reaction())
            .add("note", comment.reactionNote, input.note())
            .list();
    comment.react(input.reaction(), input.note(), actor.caller().name(), actor.at());
    comment.updatedAt = actor.at();
    comments.flush();
    history.write(comment, actor, Action.REACTED, comment.status, changes, null);
    return reader.get(actor.caller(), id);
  }
}
