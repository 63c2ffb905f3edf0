package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Act;

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
  public CommentView react(Act act, UUID id, ReactionInput input, IfMatch ifMatch) {
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
    comment.react(input.reaction(), input.note(), act.caller().name(), act.at());
    comment.updatedAt = act.at();
    comments.flush();
    history.write(comment, act, Action.REACTED, comment.status, changes, null);
    return reader.get(act.caller(), id);
  }
}
