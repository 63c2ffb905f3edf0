package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Act;

/** One move of one comment. */
@ApplicationScoped
public class MoveService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject Moves moves;

  /**
   * Makes the move.
   *
   * @throws ProblemException 400 for a missing or unknown place, an unknown sameAs; 428, 412; 409
   *     where the state does not allow it
   */
  @Transactional
  public CommentView move(Act act, UUID id, Move move, IfMatch ifMatch) {
    move.check();
    Comment comment = comments.lock(id);
    Standing before = Standing.of(comment);
    List<FieldError> errors = new ArrayList<>();
    Move resolved =
        Moves.resolve(id, before, move, moves.look(comment.draftId, List.of(move)), errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.check(comment.version);
    Standing after = resolved.on(before, act);
    Move.Made made = new Move.Made(resolved, before, after);
    moves.write(act, List.of(new Moves.Done(comment, List.of(made))));
    return reader.get(act.caller(), id);
  }
}
