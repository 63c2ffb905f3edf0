package vn.sogopy.setup.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.comment.intake.CommentService;
import vn.sogopy.comment.workflow.AnswerInput;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.consultation.consultee.ConsulteeService;
import vn.sogopy.consultation.consultee.ContactLogService;
import vn.sogopy.consultation.consultee.ContactLogService.ContactInput;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.letter.LetterService;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.Groups;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.plan.PlanService;
import vn.sogopy.plan.PlanService.DraftInput;
import vn.sogopy.plan.PlanService.DraftPatch;
import vn.sogopy.plan.PlanService.PlanInput;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** Loads the files of the sample through the services that requests use. */
@ApplicationScoped
public class SampleLoader {
  private static final Caller CONSULTANT =
      new Caller("Đơn vị tư vấn (mẫu)", "sample", Role.CONSULTANT, null, null);
  private static final Caller COORDINATOR =
      new Caller("Sở Kế hoạch và Đầu tư (mẫu)", "sample", Role.COORDINATOR, null, null);

  @Inject SampleFiles files;
  @Inject GroupService groups;
  @Inject OrganizationService organizations;
  @Inject OrganizationRepository organizationRepository;
  @Inject PlanService plans;
  @Inject PlanDirectory directory;
  @Inject OutlineService outlines;
  @Inject ConsulteeService consultees;
  @Inject ContactLogService contacts;
  @Inject PhraseService phrases;
  @Inject LetterService letters;
  @Inject CommentService comments;
  @Inject TransitionService moves;

  @Transactional
  void load(Actor actor) {
    groups.replace(new Groups(files.groups()), IfMatch.any(), true);
    for (OrganizationInput organization : files.organizations()) {
      organizations.create(organization, true);
    }
    SampleFiles.SamplePlan plan = files.plan();
    plans.create(new PlanInput(plan.slug(), plan.title(), plan.letterhead()), true);
    UUID planId = directory.plan(actor.caller(), plan.slug());
    List<SampleFiles.SampleLetter> sent = files.letters();
    List<SampleFiles.SampleComment> said = files.comments();
    plans.replaceMilestones(planId, files.milestones(), IfMatch.any(), Messages.VIETNAMESE);
    files.phrases().forEach(phrase -> phrases.add(actor, planId, phrase));
    Map<String, UUID> byRef = new HashMap<>();
    for (SampleFiles.SampleDraft draft : plan.drafts()) {
      plans.createDraft(
          planId,
          new DraftInput(
              draft.number(), draft.title(), draft.openedOn(), draft.dueOn(), draft.answerDueOn()));
    }
    for (SampleFiles.SampleDraft draft : plan.drafts()) {
      DraftRef ref = directory.draft(actor.caller(), plan.slug(), String.valueOf(draft.number()));
      if (draft.number() == 1) {
        outlines.replace(ref.id(), files.outline(), IfMatch.any());
      } else {
        outlines.copy(ref, draft.number() - 1, IfMatch.any());
      }
      if (draft.status() != DraftStatus.PREPARING) {
        move(actor, ref, draft, DraftStatus.OPEN);
        consultees(ref, draft);
        letters(ref, sent);
        comments(ref, sent, said, byRef);
      }
      if (draft.status() == DraftStatus.CLOSED) {
        move(actor, ref, draft, DraftStatus.CLOSED);
      }
    }
  }

  private void move(Actor actor, DraftRef ref, SampleFiles.SampleDraft draft, DraftStatus status) {
    plans.changeDraft(
        actor,
        ref.id(),
        new DraftPatch(
            draft.title(), status, draft.openedOn(), draft.dueOn(), draft.answerDueOn(), true),
        IfMatch.any());
  }

  private void consultees(DraftRef ref, SampleFiles.SampleDraft draft) {
    List<SampleFiles.SampleConsultee> asked =
        files.consultees().stream().filter(one -> one.draft() == draft.number()).toList();
    Actor opened =
        new Actor(COORDINATOR, VietnamTime.startOf(draft.openedOn()).plusSeconds(8 * 3600));
    consultees.addAll(
        opened,
        ref,
        asked.stream().map(SampleFiles.SampleConsultee::consultee).toList(),
        Messages.VIETNAMESE);
    for (SampleFiles.SampleConsultee one : asked) {
      for (ContactInput contacted : one.contacted()) {
        Actor chased =
            new Actor(
                COORDINATOR, VietnamTime.startOf(contacted.contactedOn()).plusSeconds(9 * 3600));
        contacts.add(chased, ref, one.consultee().organization(), contacted);
      }
    }
  }

  private void letters(DraftRef draft, List<SampleFiles.SampleLetter> sent) {
    for (SampleFiles.SampleLetter letter : sent) {
      if (letter.draft() == draft.number()) {
        UUID organization = organizationRepository.byCode(letter.organization()).orElseThrow().id;
        Actor filed =
            new Actor(
                COORDINATOR,
                VietnamTime.startOf(letter.letter().receivedOn()).plusSeconds(8 * 3600));
        letters.file(filed, draft, organization, letter.letter());
      }
    }
  }

  private void comments(
      DraftRef draft,
      List<SampleFiles.SampleLetter> sent,
      List<SampleFiles.SampleComment> said,
      Map<String, UUID> byRef) {
    for (SampleFiles.SampleComment comment : said) {
      if (comment.draft() == draft.number()) {
        Actor actor = new Actor(COORDINATOR, comment.receivedAt());
        UUID id = comments.receive(actor, draft, input(comment, sent, byRef)).comment().id();
        byRef.put(comment.ref(), id);
        comment.steps().forEach(step -> play(id, step));
      }
    }
  }

  private static CommentInput input(
      SampleFiles.SampleComment comment,
      List<SampleFiles.SampleLetter> letters,
      Map<String, UUID> byRef) {
    CommentInput.Letter letter =
        letters.stream()
            .filter(
                l ->
                    l.draft() == comment.draft() && l.organization().equals(comment.organization()))
            .map(SampleFiles.SampleLetter::letter)
            .filter(l -> l.number().equals(comment.letter()))
            .map(l -> new CommentInput.Letter(l.number(), l.date()))
            .findFirst()
            .orElse(null);
    return new CommentInput(
        comment.organization(),
        letter,
        comment.section(),
        comment.alsoSections(),
        comment.locator(),
        comment.kind(),
        comment.content(),
        comment.proposal(),
        comment.author(),
        comment.follows() == null ? null : byRef.get(comment.follows()),
        comment.externalId(),
        comment.restricted(),
        null);
  }

  private void play(UUID id, SampleFiles.Step step) {
    Actor consultant = new Actor(CONSULTANT, step.at());
    Actor coordinator = new Actor(COORDINATOR, step.at());
    switch (step.action()) {
      case "assign" -> play(id, consultant, new AssignmentInput(step.assignee(), null));
      case "answer" ->
          play(
              id,
              consultant,
              new AnswerInput(
                  step.result(), step.response(), step.revision(), step.sameAs(), step.isFinal()));
      case "approve" -> play(id, coordinator, new Transition.Approve());
      case "return" -> play(id, coordinator, new Transition.Return(step.reason()));
      case "withdraw" -> play(id, coordinator, new Transition.Withdraw(step.reason()));
      default -> throw new IllegalStateException("sample step " + step.action());
    }
  }

  private void play(UUID id, Actor actor, Transition move) {
    moves.move(actor, id, move, IfMatch.any());
  }
}
