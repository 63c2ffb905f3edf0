package vn.sogopy.comment.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import vn.sogopy.comment.Comment;
import vn.sogopy.comment.CommentRepository;
import vn.sogopy.comment.CommentState;
import vn.sogopy.comment.History.Action;
import vn.sogopy.comment.HistoryWriter;
import vn.sogopy.comment.HistoryWriter.Entry;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.CommentRequestRepository;
import vn.sogopy.letter.LetterRef;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.OnBehalf;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftRepository;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.http.problem.WarningCode;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.audit.AuditTrail;

/** Stores and corrects single comments, for their commenters and for the coordinator. */
@ApplicationScoped
public class CommentService {
  @Inject CommentRepository comments;
  @Inject CommentRequestRepository requests;
  @Inject SectionRepository outline;
  @Inject DraftRepository drafts;
  @Inject CommentReader reader;
  @Inject HistoryWriter history;
  @Inject CommentStore store;
  @Inject CommentIntake intake;
  @Inject LetterService letters;
  @Inject SuccessionReader bodies;
  @Inject AuditTrail audit;

  /**
   * The outcome of an intake.
   *
   * @param created false if a comment with the same externalId exists
   */
  public record Intake(CommentView comment, boolean created) {}

  /**
   * Stores one comment with its first history entry, or returns the existing one with the same
   * externalId. What it states of a letter is used when the letter is created; where the letter has
   * it otherwise, the view has a warning.
   *
   * @throws ProblemException 403 another organization, or one that it does not succeed, 409
   *     external-id-conflict or draft-not-open, 400 unknown section, organization or followed
   *     comment, or a letter that accepts no comments
   */
  @Transactional
  public Intake receive(Actor actor, DraftRef draft, CommentInput sent) {
    CommentInput input = sent.by(actor.caller());
    OnBehalf.requireAllowed(actor.caller(), input.onBehalfOf());
    List<Incoming> batch = intake.look(actor, draft, List.of(input), true);
    Incoming comment = batch.get(0);
    if (comment.sameExternalId != null) {
      if (!comment.isSame()) {
        throw intake.conflict(comment);
      }
      return new Intake(warned(reader.get(actor.caller(), comment.sameExternalId), comment), false);
    }
    comment.draftStatus.requireIntake(actor.caller(), draft.number(), input.reason());
    if (comment.letter != null && comment.letter.withdrawn()) {
      // While this transaction waited for the row, another one may have replaced the letter.
      letters
          .find(draft.id(), comment.organizationId, input.letter().number(), input.letter().date())
          .ifPresent(found -> comment.letter = found);
    }
    comment.checkSender(false);
    ProblemException.requireNone(intake.check(batch, index -> ""));
    if (comment.namesNewLetter()) {
      comment.letter = fileLetter(actor, draft, comment);
    }
    CommentView filed = store.insertOne(comment);
    audit.changed();
    return new Intake(warned(filed, comment), true);
  }

  /** There is a warning code of the name of the difference. */
  private static Warning warning(FieldError difference) {
    WarningCode code = WarningCode.valueOf(difference.code().name());
    return Warning.of(difference.name(), code, difference.arguments().toArray());
  }

  private static CommentView warned(CommentView view, Incoming comment) {
    return view.with(comment.differences().stream().map(CommentService::warning).toList());
  }

  private LetterRef fileLetter(Actor actor, DraftRef draft, Incoming comment) {
    LetterRef letter = letters.findOrFile(actor, draft, comment.newLetter());
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
    CommentPatch current = CommentPatch.of(before, comment.state.answerDueOn());
    CommentPatch after = patch.either("locator", "page", "pages").on(current, CommentPatch.class);
    if (caller.isSubmitter() && patch.names().contains(CommentPatch.DATE)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
    if (!patch.names().equals(Set.of(CommentPatch.DATE))) {
      drafts.share(comment.draftId).status.requireIntake(caller, before.draft(), after.reason());
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
    ProblemException.requireNone(errors);
    ifMatch.check(comment.version);
    requireCorrectable(caller, comment);
    boolean restricted = Boolean.TRUE.equals(after.restricted());
    if (restricted && !comment.restricted) {
      requests.requireNoOtherAsked(comment.id, comment.organizationId);
    }
    UUID sectionBefore = comment.sectionId;
    correct(comment, after, section == null ? null : section.id, alsoIds);
    comment.restricted = restricted;
    comment.updatedAt = actor.at();
    CommentState state = comment.state;
    if (!Objects.equals(sectionBefore, comment.sectionId)) {
      String assignee = section == null ? null : section.defaultAssignee;
      comment.state = followed(comment, bodies.current().assignee(assignee, actor.today()));
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
            history.changes().addAll(current, CommentPatch.of(now, after.answerDueOn())).list(),
            after.reason()));
    if (comment.state != state) {
      entries.add(store.assignedByOutline(actor, id, state, comment.state));
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
    if (!correctable.contains(status) && !store.isAssignedByOutline(comment)) {
      throw status.refused();
    }
  }

  /**
   * The comment goes to the default assignee of the new section, unless a person has assigned it.
   */
  private CommentState followed(Comment comment, String defaultAssignee) {
    boolean unassigned = comment.state.status() == Status.RECEIVED;
    return Objects.equals(comment.state.assignee(), defaultAssignee)
            || !(unassigned || store.isAssignedByOutline(comment))
        ? comment.state
        : comment.state.reassigned(defaultAssignee);
  }
}
