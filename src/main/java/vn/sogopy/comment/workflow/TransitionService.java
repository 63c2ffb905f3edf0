package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/** One move of one comment. */
@ApplicationScoped
public class TransitionService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject TransitionBatch moves;

  /**
   * Makes the move.
   *
   * @throws ProblemException 400 for a missing or unknown place, an unknown sameAs; 428, 412; 409
   *     where the state does not allow it
   */
  @Transactional
  public CommentView move(Actor actor, UUID id, Transition move, IfMatch ifMatch) {
    move.check();
    Comment comment = comments.lock(id);
    CommentState before = CommentState.of(comment);
    List<FieldError> errors = new ArrayList<>();
    Transition resolved =
        TransitionBatch.resolve(
            id, before, move, moves.look(comment.draftId, List.of(move)), errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.check(comment.version);
    CommentState after = resolved.on(before, actor);
    Transition.Made made = new Transition.Made(resolved, before, after);
    moves.write(actor, List.of(new TransitionBatch.Done(comment, List.of(made))));
    return reader.get(actor.caller(), id);
  }
}
