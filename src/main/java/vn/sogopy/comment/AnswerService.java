package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Sql;

/** The consultant's part: the answer, and the place it changed. */
@ApplicationScoped
public class AnswerService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject PlaceReader places;
  @Inject DataSource source;

  /**
   * Records the answer; final=false keeps it in the making.
   *
   * @throws ProblemException 400 for a missing or unknown place, an unknown sameAs; 409 where the
   *     state has no answer
   */
  @Transactional
  public CommentView answer(Act act, UUID id, AnswerInput input, IfMatch ifMatch) {
    input.check();
    Comment comment = comments.lock(id);
    Revision place =
        checkReferences(
            comment, input.result(), input.place(), "/revision/section", input.sameAs());
    ifMatch.check(comment.version);
    Status from = comment.status;
    Status to = input.finished() ? Status.ANSWERED : Status.DRAFTING;
    from.requireMove(to);
    List<History.Change> changes =
        history
            .changes()
            .add("result", comment.result, input.result())
            .add("response", comment.response, input.response())
            .add("revision", place(comment), place)
            .add("sameAs", comment.sameAsId, input.sameAs())
            .add("reaction", reaction(comment), null)
            .list();
    comment.result = input.result();
    comment.response = input.response();
    setPlace(comment, place);
    // It was to the answer before, and stays in history with it.
    comment.react(null, null, null, null);
    comment.sameAsId = input.sameAs();
    comment.answeredBy = act.caller().name();
    comment.answeredAt = act.at();
    comment.status = to;
    Action action = input.finished() ? Action.ANSWERED : Action.DRAFTED;
    return done(comment, act, action, from, changes);
  }

  /** Gives or corrects the place alone, in any state: pages move until printing. */
  @Transactional
  public CommentView revise(Act act, UUID id, Revision input, IfMatch ifMatch) {
    Comment comment = comments.lock(id);
    Revision place =
        checkReferences(
            comment,
            comment.result,
            Revision.of(input.section(), input.page(), input.note()),
            "/section",
            null);
    ifMatch.check(comment.version);
    if (comment.result == null) {
      throw new ProblemException(ProblemCode.ANSWER_MISSING);
    }
    if (place == null && comment.result == Result.ALREADY_COVERED) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.PLACE_REQUIRED));
    }
    List<History.Change> changes = history.changes().add("revision", place(comment), place).list();
    setPlace(comment, place);
    return done(comment, act, Action.REVISED, comment.status, changes);
  }

  private CommentView done(
      Comment comment, Act act, Action action, Status from, List<History.Change> changes) {
    comment.updatedAt = act.at();
    comments.flush();
    history.write(comment, act, action, from, changes, null);
    return reader.get(act.caller(), comment.id);
  }

  private Revision checkReferences(
      Comment comment, Result result, Revision named, String pointer, UUID sameAs) {
    List<FieldError> errors = new ArrayList<>();
    Revision place = places.look(comment, result, named, pointer, errors);
    if (sameAs != null && (sameAs.equals(comment.id) || !inPlan(sameAs, comment.planId))) {
      errors.add(FieldError.pointer("/sameAs", FieldCode.UNKNOWN_COMMENT, sameAs.toString()));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return place;
  }

  private boolean inPlan(UUID id, UUID planId) {
    return Sql.of("select 1 from comment where id = ? and plan_id = ?", id, planId).exists(source);
  }

  private static ReactionInput reaction(Comment comment) {
    return comment.reaction == null
        ? null
        : new ReactionInput(comment.reaction, comment.reactionNote);
  }

  private static Revision place(Comment comment) {
    return Revision.of(comment.revisionSection, comment.revisionPage, comment.revisionNote);
  }

  private static void setPlace(Comment comment, Revision place) {
    comment.revisionSection = place == null ? null : place.section();
    comment.revisionPage = place == null ? null : place.page();
    comment.revisionNote = place == null ? null : place.note();
  }
}
