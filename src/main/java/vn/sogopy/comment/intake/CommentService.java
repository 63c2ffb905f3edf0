package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import vn.sogopy.comment.Action;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequestRepository;
import vn.sogopy.letter.LetterInput;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.audit.AuditTrail;

/** Stores and corrects single comments, for their commenters and for the coordinator. */
@ApplicationScoped
public class CommentService {
  @Inject CommentRepository comments;
  @Inject CommentRequestRepository requests;
  @Inject SectionRepository outline;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject CommentStore store;
  @Inject CommentIntake intake;
  @Inject LetterService letters;
  @Inject AuditTrail audit;
  @Inject DataSource source;

  /**
   * The outcome of an intake.
   *
   * @param created false if a comment with the same externalId exists
   */
  public record Intake(CommentView comment, boolean created) {}

  /**
   * Stores one comment with its first history entry, or returns the existing one with the same
   * externalId.
   *
   * @throws ProblemException 403 another organization, 409 external-id-conflict or draft-not-open,
   *     400 unknown section, organization or followed comment, or a letter that accepts no comments
   */
  @Transactional
  public Intake receive(Actor actor, DraftRef draft, CommentInput sent) {
    CommentInput input = sent.by(actor.caller());
    IntakeBatch batch = intake.look(actor, draft, List.of(input), true);
    IntakeBatch.Context context = batch.contexts.get(0);
    UUID same = intake.same(actor.caller(), batch, 0);
    if (same != null) {
      return new Intake(reader.get(actor.caller(), same), false);
    }
    DraftGate.requireIntake(actor.caller(), context.status(), draft.number(), input.reason());
    LetterRef known = known(draft, input, context);
    check(actor, batch, known);
    LetterRef letter = known != null ? known : letter(actor, draft, input, context);
    CommentView filed = intake.fileOne(actor, batch, letter);
    audit.changed();
    return new Intake(filed, true);
  }

  /** The existing letter of the comment; null = none, or not stored yet. */
  private LetterRef known(DraftRef draft, CommentInput input, IntakeBatch.Context context) {
    LetterRef found = context.letter();
    if (found == null || !found.withdrawn()) {
      return found;
    }
    // While this transaction waited for the row, another one may have replaced the letter.
    return letters
        .find(draft.id(), context.organizationId(), input.letter().number(), input.letter().date())
        .orElse(found);
  }

  private void check(Actor actor, IntakeBatch batch, LetterRef known) {
    CommentInput input = batch.inputs.get(0);
    IntakeBatch.Context context = batch.contexts.get(0);
    List<FieldError> errors = CommentIntake.checkSender(input, context, known);
    errors.addAll(intake.check(actor.caller(), batch, index -> ""));
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private LetterRef letter(
      Actor actor, DraftRef draft, CommentInput input, IntakeBatch.Context context) {
    if (input.letter() == null) {
      return null;
    }
    LetterInput named =
        LetterInput.named(
            input.letter().number(), input.letter().date(), VietnamTime.dayOf(actor.at()));
    LetterService.Filing filing = new LetterService.Filing(null, input.reason());
    LetterRef letter = letters.findOrFile(actor, draft, context.organizationId(), named, filing);
    // The letter may have been created in between, without comments.
    letter
        .refusal("/letter")
        .ifPresent(
            error -> {
              throw ProblemException.invalid(error);
            });
    return letter;
  }

  /**
   * Corrects a comment: its commenter while it is RECEIVED, the coordinator until it is APPROVED.
   * The accepted content is kept. The date of the answer can be changed in any status of the draft.
   *
   * @throws ProblemException 403 for a change that the caller's role does not allow; 409 if the
   *     status does not allow it, or if another organization has an open request and would lose
   *     access
   */
  @Transactional
  public CommentView patch(Actor actor, UUID id, MergePatch patch, IfMatch ifMatch) {
    Caller caller = actor.caller();
    Comment comment = comments.lock(id);
    CommentView before = reader.get(caller, id);
    LocalDate dueBefore = comment.state.answerDueOn();
    CommentPatch after = patch.on(CommentPatch.of(before, dueBefore), CommentPatch.class);
    if (caller.isSubmitter() && patch.names().contains(CommentPatch.DATE)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (!patch.names().equals(Set.of(CommentPatch.DATE))) {
      DraftGate.requireIntake(
          caller, DraftGate.hold(source, comment.draftId), before.draft(), after.reason());
    }
    List<FieldError> errors = new ArrayList<>();
    List<String> also = after.alsoSections() == null ? List.of() : after.alsoSections();
    Sections sections =
        Sections.read(
            outline,
            comment.draftId,
            before.draft(),
            Stream.concat(also.stream(), Stream.of(after.section())));
    Section section = sections.find(after.section(), "/section", errors);
    List<UUID> alsoIds = sections.find(also, "/alsoSections", errors);
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.check(comment.version);
    requireCorrectable(caller, comment);
    boolean restricted = Boolean.TRUE.equals(after.restricted());
    if (restricted && !comment.restricted) {
      requireNobodyElseAsked(comment);
    }
    UUID sectionBefore = comment.sectionId;
    correct(comment, after, section == null ? null : section.id, alsoIds);
    comment.restricted = restricted;
    comment.updatedAt = actor.at();
    CommentState state = comment.state;
    if (!Objects.equals(sectionBefore, comment.sectionId)) {
      comment.state = followed(comment, section == null ? null : section.defaultAssignee);
    }
    comments.flush();
    CommentView now = reader.get(caller, id);
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            actor,
            Action.CORRECTED,
            id,
            state.status(),
            state.status(),
            differences(before, now, dueBefore, after.answerDueOn()),
            after.reason()));
    if (comment.state != state) {
      entries.add(store.reassigned(actor, comment, state.status(), state.assignee()));
    }
    history.write(entries);
    return now;
  }

  private static void correct(
      Comment comment, CommentPatch after, UUID section, List<UUID> alsoSections) {
    alsoSections.remove(section);
    comment.sectionId = section;
    if (!comment.alsoSections.equals(alsoSections)) {
      comment.alsoSections.clear();
      comment.alsoSections.addAll(alsoSections);
    }
    comment.locator = after.locator();
    comment.kind = after.kind() == null ? Kind.OTHER : after.kind();
    comment.correctWords(after.content(), after.proposal());
    comment.state = comment.state.due(after.answerDueOn());
  }

  private void requireCorrectable(Caller caller, Comment comment) {
    Set<Status> correctable =
        caller.isSubmitter()
            ? EnumSet.of(Status.RECEIVED)
            : EnumSet.complementOf(EnumSet.of(Status.APPROVED, Status.WITHDRAWN, Status.SPLIT));
    Status status = comment.state.status();
    if (!correctable.contains(status) && !store.assignedByOutline(comment)) {
      throw status.refused();
    }
  }

  /**
   * The comment goes to the default assignee of the new section, unless a person has assigned it.
   */
  private CommentState followed(Comment comment, String defaultAssignee) {
    boolean unassigned = comment.state.status() == Status.RECEIVED;
    return Objects.equals(comment.state.assignee(), defaultAssignee)
            || !(unassigned || store.assignedByOutline(comment))
        ? comment.state
        : comment.state.reassigned(defaultAssignee);
  }

  /** The other organization could no longer reply, but would still get reminders. */
  private void requireNobodyElseAsked(Comment comment) {
    requests
        .otherAsked(comment.id, comment.organizationId)
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
}
