package vn.sogopy.comment.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
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
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Actor;

/**
 * The points for the leaders: "xin ý kiến UBND tỉnh", and their direction. Neither moves the
 * comment, so both can be given in any state but WITHDRAWN and SPLIT.
 */
@ApplicationScoped
public class LeadersService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;

  /**
   * Puts the comment to the leaders, or takes that back.
   *
   * @throws ProblemException 409 where the state has no place for it, or when it is to be taken
   *     back although the leaders have spoken
   */
  @Transactional
  public CommentView escalate(Actor actor, UUID id, EscalationInput input, IfMatch ifMatch) {
    Comment comment = lock(id, ifMatch);
    String reason = input.reason();
    if (reason == null && comment.directionText != null) {
      throw new ProblemException(ProblemCode.DIRECTION_GIVEN);
    }
    List<History.Change> changes =
        history.changes().add("escalation", comment.escalationReason, reason).list();
    comment.escalationReason = reason;
    comment.escalationBy = reason == null ? null : actor.caller().name();
    comment.escalationAt = reason == null ? null : actor.at();
    return done(comment, actor, Action.ESCALATED, changes);
  }

  /**
   * Records what the leaders decided, corrects it, or takes it back.
   *
   * @throws ProblemException 409 unless the comment was put to them
   */
  @Transactional
  public CommentView direct(Actor actor, UUID id, DirectionInput input, IfMatch ifMatch) {
    input.check();
    Comment comment = lock(id, ifMatch);
    if (comment.escalationReason == null) {
      throw new ProblemException(ProblemCode.NOT_ESCALATED);
    }
    DirectionInput before = DirectionInput.of(comment);
    List<History.Change> changes =
        history
            .changes()
            .add(
                "direction",
                before.text() == null ? null : before,
                input.text() == null ? null : input)
            .list();
    comment.directionText = input.text();
    comment.directionDocument = input.document();
    comment.directionDate = input.date();
    return done(comment, actor, Action.DIRECTED, changes);
  }

  private Comment lock(UUID id, IfMatch ifMatch) {
    Comment comment = comments.lock(id);
    ifMatch.check(comment.version);
    comment.status.requireAmong(Status.LIVE);
    return comment;
  }

  private CommentView done(
      Comment comment, Actor actor, Action action, List<History.Change> changes) {
    comment.updatedAt = actor.at();
    comments.flush();
    history.write(comment, actor, action, comment.status, changes, null);
    return reader.get(actor.caller(), comment.id);
  }
}
