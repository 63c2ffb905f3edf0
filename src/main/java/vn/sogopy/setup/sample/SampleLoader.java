package vn.sogopy.setup.sample;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.comment.intake.CommentService;
import vn.sogopy.comment.workflow.AssignmentInput;
import vn.sogopy.comment.workflow.Transition;
import vn.sogopy.comment.workflow.TransitionService;
import vn.sogopy.consultation.consultee.ConsulteeService;
import vn.sogopy.consultation.consultee.ContactLogService;
import vn.sogopy.consultation.consultee.ContactLogService.ContactInput;
import vn.sogopy.consultation.letter.LetterRequest;
import vn.sogopy.interchange.phrase.PhraseService;
import vn.sogopy.interchange.phrase.PhraseService.PhraseInput;
import vn.sogopy.letter.LetterService;
import vn.sogopy.letter.LetterService.NewLetter;
import vn.sogopy.organization.GroupService;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.organization.GroupService.Groups;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.OrganizationService;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.plan.DraftKind;
import vn.sogopy.plan.DraftPatch;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.DraftService;
import vn.sogopy.plan.DraftService.DraftInput;
import vn.sogopy.plan.DraftStatus;
import vn.sogopy.plan.Milestones.Milestone;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.plan.PlanService;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.Messages;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.setup.sample.SampleFiles.SampleComment;
import vn.sogopy.setup.sample.SampleFiles.SampleConsultee;
import vn.sogopy.setup.sample.SampleFiles.SampleDraft;
import vn.sogopy.setup.sample.SampleFiles.SampleLetter;
import vn.sogopy.setup.sample.SampleFiles.SamplePlan;
import vn.sogopy.setup.sample.SampleFiles.Step;

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
  @Inject DraftService drafts;
  @Inject PlanDirectory directory;
  @Inject OutlineService outlines;
  @Inject ConsulteeService consultees;
  @Inject ContactLogService contacts;
  @Inject PhraseService phrases;
  @Inject LetterService letters;
  @Inject CommentService comments;
  @Inject TransitionService transitions;

  @Transactional
  void load(Actor actor) {
    groups.replace(new Groups(files.list("groups.json", GroupView[].class)), IfMatch.any(), true);
    for (OrganizationInput one : files.list("organizations.json", OrganizationInput[].class)) {
      organizations.create(COORDINATOR, one, true);
    }
    SamplePlan sample = files.read("plan.json", SamplePlan.class);
    String slug = sample.plan().slug();
    plans.create(sample.plan(), true);
    UUID planId = directory.plan(actor.caller(), slug);
    plans.replaceMilestones(
        planId,
        files.list("milestones.json", Milestone[].class),
        IfMatch.any(),
        Messages.VIETNAMESE);
    files
        .list("phrases.json", PhraseInput[].class)
        .forEach(phrase -> phrases.add(actor, planId, phrase));
    List<SampleLetter> sampleLetters = files.list("letters.json", SampleLetter[].class);
    List<ObjectNode> received = files.list("comments.json", ObjectNode[].class);
    Map<String, UUID> byRef = new HashMap<>();
    sample.drafts().forEach(draft -> drafts.create(planId, draft.draft()));
    for (SampleDraft draft : sample.drafts()) {
      int number = draft.draft().number();
      DraftRef ref = directory.draft(actor.caller(), slug, String.valueOf(number));
      if (number == 1) {
        outlines.replace(ref.id(), files.outline(), IfMatch.any());
      } else {
        outlines.copy(ref, number - 1, IfMatch.any());
      }
      if (draft.status() != DraftStatus.PREPARING) {
        apply(actor, ref, draft.draft(), DraftStatus.OPEN);
        consultees(ref, draft.draft().openedOn());
        letters(ref, sampleLetters);
        comments(ref, received, byRef);
      }
      if (draft.status() == DraftStatus.CLOSED) {
        apply(actor, ref, draft.draft(), DraftStatus.CLOSED);
      }
    }
  }

  private void apply(Actor actor, DraftRef ref, DraftInput draft, DraftStatus status) {
    drafts.change(
        actor,
        ref.id(),
        new DraftPatch(
            draft.title(),
            requireNonNullElse(draft.kind(), DraftKind.CONSULTATION),
            status,
            draft.openedOn(),
            draft.dueOn(),
            draft.answerDueOn(),
            draft.sealPlannedFor(),
            draft.reportSubject(),
            draft.addressee(),
            null,
            true),
        IfMatch.any());
  }

  /** The coordinator at this hour of the day. */
  private static Actor coordinator(LocalDate day, int hour) {
    return new Actor(COORDINATOR, VietnamTime.startOf(day).plus(Duration.ofHours(hour)));
  }

  private void consultees(DraftRef ref, LocalDate openedOn) {
    List<SampleConsultee> asked =
        files.list("consultees.json", SampleConsultee[].class).stream()
            .filter(one -> one.draft() == ref.number())
            .toList();
    consultees.addAll(
        coordinator(openedOn, 8),
        ref,
        asked.stream().map(SampleConsultee::consultee).toList(),
        Messages.VIETNAMESE);
    for (SampleConsultee one : asked) {
      for (ContactInput contacted : one.contacted()) {
        Actor chased = coordinator(contacted.contactedOn(), 9);
        contacts.add(chased, ref, one.consultee().organization(), contacted);
      }
    }
  }

  private void letters(DraftRef draft, List<SampleLetter> sampleLetters) {
    for (SampleLetter sample : sampleLetters) {
      if (sample.draft() == draft.number()) {
        LetterRequest letter = sample.letter();
        UUID organization = organizationRepository.byCode(letter.organization()).orElseThrow().id;
        Actor filed = coordinator(letter.receivedOn(), 8);
        letters.file(filed, draft, new NewLetter(letter.letter(organization, null), null));
      }
    }
  }

  private void comments(DraftRef draft, List<ObjectNode> received, Map<String, UUID> byRef) {
    for (ObjectNode json : received) {
      if (json.get("draft").intValue() == draft.number()) {
        if (json.hasNonNull("follows")) {
          json.put("follows", byRef.get(json.get("follows").textValue()).toString());
        }
        SampleComment sample = files.comment(json);
        Actor actor = new Actor(COORDINATOR, sample.receivedAt());
        UUID id = comments.receive(actor, draft, sample.comment()).comment().id();
        byRef.put(sample.ref(), id);
        sample.steps().forEach(step -> take(id, step));
      }
    }
  }

  private void take(UUID id, Step step) {
    Transition transition =
        switch (step.action()) {
          case "assign" -> new AssignmentInput(step.assignee(), null);
          case "answer" -> step.answer();
          case "approve" -> Transition.approval();
          case "return" -> Transition.returned(step.reason());
          case "withdraw" -> Transition.withdrawal(step.reason());
          default -> throw new IllegalStateException("sample step " + step.action());
        };
    boolean consultant = List.of("assign", "answer").contains(step.action());
    Actor actor = new Actor(consultant ? CONSULTANT : COORDINATOR, step.at());
    transitions.apply(actor, id, transition, IfMatch.any());
  }
}
