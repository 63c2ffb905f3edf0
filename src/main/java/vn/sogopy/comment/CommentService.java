package vn.sogopy.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.http.FieldError;
import vn.sogopy.http.IfMatch;
import vn.sogopy.http.MergePatch;
import vn.sogopy.http.ProblemException;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.security.Act;
import vn.sogopy.sql.Row;
import vn.sogopy.sql.Sql;

/**
 * What the commenter and the coordinator do with a comment: correct, assign, approve, return,
 * withdraw.
 */
@ApplicationScoped
public class CommentService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject Receipt receipt;
  @Inject DataSource source;

  /**
   * Corrects what was typed in: the commenter while RECEIVED, the coordinator until APPROVED. The
   * words as accepted are kept.
   */
  @Transactional
  public CommentView patch(Act act, UUID id, MergePatch patch, IfMatch ifMatch) {
    Comment comment = comments.lock(id);
    CommentView before = reader.get(act.caller(), id);
    CommentPatch after = patch.on(CommentPatch.of(before), CommentPatch.class);
    DraftGate.requireIntake(act.caller(), draftStatus(comment), before.draft(), after.reason());
    List<FieldError> errors = new ArrayList<>();
    List<String> section = after.section() == null ? List.of() : List.of(after.section());
    List<UUID> sectionIds =
        Sections.find(source, comment.draftId, before.draft(), section, "/section", errors);
    List<UUID> also =
        Sections.find(
            source,
            comment.draftId,
            before.draft(),
            after.alsoSections(),
            "/alsoSections/",
            errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.check(comment.version);
    EnumSet<Status> correctable =
        act.caller().isCoordinator()
            ? EnumSet.complementOf(EnumSet.of(Status.APPROVED, Status.WITHDRAWN, Status.SPLIT))
            : EnumSet.of(Status.RECEIVED);
    if (!correctable.contains(comment.status) && !receipt.assignedByOutline(comment)) {
      throw comment.status.refused();
    }
    comment.sectionId = sectionIds.isEmpty() ? null : sectionIds.get(0);
    if (!comment.alsoSections.equals(also)) {
      comment.alsoSections.clear();
      comment.alsoSections.addAll(also);
    }
    comment.locate(after.locator());
    comment.kind = after.kind() == null ? Kind.OTHER : after.kind();
    comment.restricted = Boolean.TRUE.equals(after.restricted());
    comment.correctWords(after.content(), after.proposal());
    CommentView now = save(comment, act);
    List<History.Change> changes = differences(before, now);
    history.write(comment, act, Action.CORRECTED, comment.status, changes, after.reason());
    return now;
  }

  private List<History.Change> differences(CommentView before, CommentView now) {
    return history
        .changes()
        .add("section", code(before), code(now))
        .add("alsoSections", before.alsoSections(), now.alsoSections())
        .add("locator", before.locator(), now.locator())
        .add("kind", before.kind(), now.kind())
        .add("content", before.content(), now.content())
        .add("proposal", before.proposal(), now.proposal())
        .add("restricted", before.restricted(), now.restricted())
        .list();
  }

  private static String code(CommentView view) {
    return view.section() == null ? null : view.section().code();
  }

  /** Gives the work to somebody, with a date of its own or the draft's; null takes it back. */
  @Transactional
  public CommentView assign(Act act, UUID id, AssignmentInput input, IfMatch ifMatch) {
    Comment comment = lock(id, ifMatch);
    Status from = comment.status;
    // Work that was begun stays begun when it changes hands.
    Status to =
        from == Status.DRAFTING
            ? Status.DRAFTING
            : input.assignee() == null ? Status.RECEIVED : Status.ASSIGNED;
    from.requireMove(to);
    List<History.Change> changes =
        history
            .changes()
            .add("assignee", comment.assignee, input.assignee())
            .add("answerDueOn", comment.answerDueOn, input.answerDueOn())
            .list();
    comment.assignee = input.assignee();
    comment.answerDueOn = input.answerDueOn();
    comment.status = to;
    return done(comment, act, Action.ASSIGNED, from, changes, null);
  }

  @Transactional
  public CommentView approve(Act act, UUID id, IfMatch ifMatch) {
    return move(act, id, ifMatch, Status.APPROVED, Action.APPROVED, null);
  }

  @Transactional
  public CommentView returnAnswer(Act act, UUID id, ReasonInput input, IfMatch ifMatch) {
    return move(act, id, ifMatch, Status.RETURNED, Action.RETURNED, input.reason());
  }

  @Transactional
  public CommentView withdraw(Act act, UUID id, ReasonInput input, IfMatch ifMatch) {
    return move(act, id, ifMatch, Status.WITHDRAWN, Action.WITHDRAWN, input.reason());
  }

  private CommentView move(
      Act act, UUID id, IfMatch ifMatch, Status to, Action action, String reason) {
    Comment comment = lock(id, ifMatch);
    Status from = comment.status;
    from.requireMove(to);
    comment.status = to;
    if (to == Status.RETURNED) {
      comment.returnReason = reason;
    }
    boolean needsReview = comment.needsReview && to != Status.APPROVED;
    List<History.Change> changes =
        history.changes().add("needsReview", comment.needsReview, needsReview).list();
    comment.needsReview = needsReview;
    return done(comment, act, action, from, changes, reason);
  }

  private Comment lock(UUID id, IfMatch ifMatch) {
    Comment comment = comments.lock(id);
    ifMatch.check(comment.version);
    return comment;
  }

  private CommentView done(
      Comment comment,
      Act act,
      Action action,
      Status from,
      List<History.Change> changes,
      String reason) {
    CommentView view = save(comment, act);
    history.write(comment, act, action, from, changes, reason);
    return view;
  }

  private CommentView save(Comment comment, Act act) {
    comment.updatedAt = act.at();
    comments.flush();
    return reader.get(act.caller(), comment.id);
  }

  private DraftStatus draftStatus(Comment comment) {
    return Sql.of("select status from draft where id = ? for share", comment.draftId)
        .first(source, row -> Row.constant(row, "status", DraftStatus.class))
        .orElseThrow();
  }
}
