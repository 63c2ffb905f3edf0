package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldCode;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;
import vn.sogopy.plan.Section;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/** The consultant's part: the answer, and the place it changed. */
@ApplicationScoped
public class AnswerService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
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
    Comment comment = comments.lockExisting(id);
    checkReferences(comment, input.place(), "/revision/section", input.sameAs());
    ifMatch.check(comment.version);
    Status from = comment.status;
    Status to = input.finished() ? Status.ANSWERED : Status.DRAFTING;
    from.requireMove(to);
    List<History.Change> changes =
        history
            .changes()
            .add("result", comment.result, input.result())
            .add("response", comment.response, input.response())
            .add("revision", place(comment), input.place())
            .add("sameAs", comment.sameAsId, input.sameAs())
            .list();
    comment.result = input.result();
    comment.response = input.response();
    setPlace(comment, input.place());
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
    Revision place = Revision.of(input.section(), input.page(), input.note());
    Comment comment = comments.lockExisting(id);
    checkReferences(comment, place, "/section", null);
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

  private void checkReferences(Comment comment, Revision place, String pointer, UUID sameAs) {
    List<FieldError> errors = new ArrayList<>();
    if (place != null && place.section() != null) {
      missingFrom(comment, place.section())
          .ifPresent(
              draft ->
                  errors.add(
                      FieldError.pointer(
                          pointer, FieldCode.UNKNOWN_SECTION, place.section(), draft)));
    }
    if (sameAs != null && (sameAs.equals(comment.id) || !inPlan(sameAs, comment.planId))) {
      errors.add(FieldError.pointer("/sameAs", FieldCode.UNKNOWN_COMMENT, sameAs.toString()));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /**
   * The place lies in the next draft: the number of that draft if its outline is there and has no
   * such section.
   */
  private Optional<Integer> missingFrom(Comment comment, String code) {
    return Sql.of(
            "select n.number from draft d join draft n on n.plan_id = d.plan_id and n.number = d.number + 1"
                + " where d.id = ? and exists (select 1 from section s where s.draft_id = n.id)"
                + " and not exists (select 1 from section s where s.draft_id = n.id and s.code_key = ?)",
            comment.draftId,
            Section.key(code))
        .first(source, row -> row.getInt("number"));
  }

  private boolean inPlan(UUID id, UUID planId) {
    return Sql.of("select id from comment where id = ? and plan_id = ?", id, planId)
        .first(source, row -> Row.uuid(row, "id"))
        .isPresent();
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
