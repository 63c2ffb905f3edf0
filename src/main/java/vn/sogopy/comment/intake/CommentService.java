package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;

/** What the commenter and the coordinator do with a comment itself: they correct it. */
@ApplicationScoped
public class CommentService {
  @Inject CommentRepository comments;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject CommentStore receipt;
  @Inject DataSource source;

  /**
   * Corrects what was typed in: the commenter while RECEIVED, the coordinator until APPROVED. The
   * words as accepted are kept. The date of the answer is the office's, whatever the draft's state.
   *
   * @throws ProblemException 403 for what is not the caller's to change; 409 where the state has no
   *     place for it, or where a body that would no longer see the comment is still asked about it
   */
  @Transactional
  public CommentView patch(Actor actor, UUID id, MergePatch patch, IfMatch ifMatch) {
    Caller caller = actor.caller();
    Comment comment = comments.lock(id);
    CommentView before = reader.get(caller, id);
    LocalDate dueBefore = comment.answerDueOn;
    CommentPatch after = patch.on(CommentPatch.of(before, dueBefore), CommentPatch.class);
    boolean dateAlone = patch.names().equals(Set.of(CommentPatch.DATE));
    if (caller.isSubmitter() && patch.names().contains(CommentPatch.DATE)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (!dateAlone) {
      DraftGate.requireIntake(
          caller, DraftGate.hold(source, comment.draftId), before.draft(), after.reason());
    }
    List<FieldError> errors = new ArrayList<>();
    List<String> codes =
        new ArrayList<>(after.alsoSections() == null ? List.of() : after.alsoSections());
    if (after.section() != null) {
      codes.add(after.section());
    }
    Map<String, Sections.Known> known = Sections.known(source, comment.draftId, codes);
    Sections.Known section =
        after.section() == null ? null : known.get(Section.key(after.section()));
    if (after.section() != null && section == null) {
      errors.add(
          FieldError.pointer(
              "/section", FieldCode.UNKNOWN_SECTION, after.section(), before.draft()));
    }
    List<UUID> also =
        Sections.resolve(known, before.draft(), after.alsoSections(), "/alsoSections/", errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.check(comment.version);
    Set<Status> correctable =
        caller.isSubmitter()
            ? EnumSet.of(Status.RECEIVED)
            : EnumSet.complementOf(EnumSet.of(Status.APPROVED, Status.WITHDRAWN, Status.SPLIT));
    if (!correctable.contains(comment.status) && !receipt.assignedByOutline(comment)) {
      throw comment.status.refused();
    }
    boolean restricted = Boolean.TRUE.equals(after.restricted());
    if (restricted && !comment.restricted) {
      requireNobodyElseAsked(comment);
    }
    UUID sectionId = section == null ? null : section.id();
    boolean moved = !Objects.equals(comment.sectionId, sectionId);
    comment.sectionId = sectionId;
    also.remove(sectionId);
    if (!comment.alsoSections.equals(also)) {
      comment.alsoSections.clear();
      comment.alsoSections.addAll(also);
    }
    comment.locate(after.locator());
    comment.kind = after.kind() == null ? Kind.OTHER : after.kind();
    comment.restricted = restricted;
    comment.answerDueOn = after.answerDueOn();
    comment.correctWords(after.content(), after.proposal());
    Status from = comment.status;
    String assignee = comment.assignee;
    boolean followed =
        moved && receipt.follow(comment, section == null ? null : section.defaultAssignee());
    CommentView now = save(comment, actor);
    List<History.Change> changes = differences(before, now, dueBefore, comment.answerDueOn);
    history.write(
        actor,
        Action.CORRECTED,
        List.of(new HistoryWriter.Line(id, from, from, changes)),
        after.reason());
    if (followed) {
      receipt.recordFollowing(actor, comment, from, assignee);
    }
    return now;
  }

  /** It could no longer reply, and would still be chased. */
  private void requireNobodyElseAsked(Comment comment) {
    Sql.of(
            "select o.code from comment_request r join organization o on o.id = r.organization_id"
                + " where r.comment_id = ? and r.reply is null and o.id <> ? order by o.code limit 1",
            comment.id,
            comment.organizationId)
        .first(source, row -> row.getString("code"))
        .ifPresent(
            code -> {
              throw new ProblemException(ProblemCode.REQUEST_OPEN, code);
            });
  }

  private List<History.Change> differences(
      CommentView before, CommentView now, LocalDate dueBefore, LocalDate dueNow) {
    return history
        .changes()
        .add("section", code(before), code(now))
        .add("alsoSections", before.alsoSections(), now.alsoSections())
        .add("locator", before.locator(), now.locator())
        .add("kind", before.kind(), now.kind())
        .add("content", before.content(), now.content())
        .add("proposal", before.proposal(), now.proposal())
        .add("restricted", before.restricted(), now.restricted())
        .add("answerDueOn", dueBefore, dueNow)
        .list();
  }

  private static String code(CommentView view) {
    return view.section() == null ? null : view.section().code();
  }

  private CommentView save(Comment comment, Actor actor) {
    comment.updatedAt = actor.at();
    comments.flush();
    return reader.get(actor.caller(), comment.id);
  }
}
