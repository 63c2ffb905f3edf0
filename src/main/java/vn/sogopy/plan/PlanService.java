package vn.sogopy.plan;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.GroupRepository;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.plan.outline.OutlineService;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Actor;

/** Creates and changes plans, their milestones and drafts. */
@ApplicationScoped
public class PlanService {
  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject OpenComments openComments;
  @Inject OutlineService outlines;
  @Inject GroupRepository groups;
  @Inject SectionRepository sections;
  @Inject DataSource source;

  @Transactional
  public PlanView create(PlanInput input, boolean sample) {
    // A concurrent creation of the same plan waits here and then finds the first one.
    Sql.lockName(source, "plan " + input.slug());
    if (plans.bySlug(input.slug()).isPresent()) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, input.slug())
          .header("Location", PlanResource.PATH + "/" + input.slug());
    }
    requireGroups(input.letterhead());
    Plan plan = new Plan();
    plan.slug = input.slug();
    plan.sample = sample;
    fill(plan, input);
    plans.persistAndFlush(plan);
    return PlanView.of(plan);
  }

  @Transactional
  public PlanView patch(String slug, MergePatch patch, IfMatch ifMatch) {
    Plan plan = plans.lock(slug).orElseThrow(ProblemException::notFound);
    PlanInput input = patch.on(PlanView.of(plan).toInput(), PlanInput.class);
    if (!input.slug().equals(slug)) {
      throw ProblemException.invalid(FieldError.pointer("/slug", FieldCode.NOT_SUPPORTED));
    }
    requireGroups(input.letterhead());
    ifMatch.check(plan.version);
    fill(plan, input);
    plans.flush();
    return PlanView.of(plan);
  }

  private void fill(Plan plan, PlanInput input) {
    plan.title = input.title();
    plan.letterhead = input.letterhead() == null ? Letterhead.NONE : input.letterhead();
    plan.askers = input.askers() == null ? List.of() : input.askers();
    checkGroups(plan.askers);
  }

  /** Every group exists and has one asker. */
  private void checkGroups(List<Asker> askers) {
    Set<String> known =
        groups.listAll().stream().map(group -> group.code).collect(Collectors.toSet());
    Set<String> taken = new HashSet<>();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < askers.size(); i++) {
      List<String> codes = askers.get(i).groups();
      for (int j = 0; j < codes.size(); j++) {
        String code = codes.get(j);
        if (!known.contains(code) || !taken.add(code)) {
          errors.add(
              FieldError.pointer(
                  "/askers/" + i + "/groups/" + j,
                  known.contains(code) ? FieldCode.ALREADY_USED : FieldCode.UNKNOWN_GROUP,
                  code));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /**
   * @throws ProblemException 400 for an unknown group
   */
  private void requireGroups(Letterhead letterhead) {
    List<String> codes = letterhead == null ? null : letterhead.urges();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; codes != null && i < codes.size(); i++) {
      if (groups.findById(codes.get(i)) == null) {
        String pointer = "/letterhead/urges/" + i;
        errors.add(FieldError.pointer(pointer, FieldCode.UNKNOWN_GROUP, codes.get(i)));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /**
   * @return the milestones with their new version
   * @throws ProblemException 428, 412
   */
  @Transactional
  public Milestones replaceMilestones(
      UUID id, List<Milestones.Milestone> items, IfMatch ifMatch, Locale locale) {
    Plan plan = plans.lock(id);
    ifMatch.check(plan.milestonesVersion);
    plan.milestones.clear();
    plan.milestones.addAll(items);
    plan.milestonesVersion++;
    plans.flush();
    return Milestones.of(items, plan.milestonesVersion, locale);
  }

  /**
   * Replaces the assignees of a plan. What is assigned stays as it is.
   *
   * @throws ProblemException 400 for a name that occurs twice or an unknown section; 428, 412
   */
  @Transactional
  public void replaceAssignees(UUID id, PlanAssignees input, IfMatch ifMatch) {
    Plan plan = plans.lock(id);
    List<FieldError> errors =
        input.errors(
            Set.copyOf(sections.keysOfPlan(id)),
            drafts.ofPlan(id).stream()
                .map(draft -> String.valueOf(draft.number))
                .collect(Collectors.joining(", ")));
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    ifMatch.checkBefore(plan.assigneesVersion);
    plan.assignees = input;
    plan.assigneesVersion++;
    plans.flush();
  }

  @Transactional
  public DraftView createDraft(UUID planId, DraftInput input) {
    Plan plan = plans.lock(planId);
    List<Draft> others = drafts.ofPlan(planId);
    int next = others.stream().mapToInt(draft -> draft.number).max().orElse(0) + 1;
    int number = input.number() == null ? next : input.number();
    if (number > DraftInput.MAX_NUMBER) {
      throw ProblemException.invalid(
          FieldError.pointer("/number", FieldCode.OUT_OF_RANGE, 1, DraftInput.MAX_NUMBER));
    }
    if (others.stream().anyMatch(draft -> draft.number == number)) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, String.valueOf(number))
          .header("Location", PlanResource.PATH + "/" + plan.slug + "/drafts/" + number);
    }
    Draft draft = new Draft();
    draft.planId = planId;
    draft.number = number;
    draft.title = input.title();
    draft.kind = requireNonNullElse(input.kind(), DraftKind.CONSULTATION);
    draft.reportSubject = input.reportSubject();
    draft.addressee = input.addressee();
    draft.status = DraftStatus.PREPARING;
    draft.openedOn = input.openedOn();
    draft.dueOn = input.dueOn();
    draft.answerDueOn = input.answerDueOn();
    drafts.persistAndFlush(draft);
    return DraftView.of(draft, plan.milestones);
  }

  /** Changes dates, title and status. Closing waits for running intakes. */
  @Transactional
  public DraftView patchDraft(Actor actor, UUID draftId, MergePatch patch, IfMatch ifMatch) {
    Draft draft = drafts.lock(draftId);
    DraftPatch current =
        new DraftPatch(
            draft.title,
            draft.kind,
            draft.status,
            draft.openedOn,
            draft.dueOn,
            draft.answerDueOn,
            draft.reportSubject,
            draft.addressee,
            draft.publication,
            null);
    return change(actor, draft, patch.on(current, DraftPatch.class), ifMatch);
  }

  /** Like {@link #patchDraft}, with all fields given. */
  @Transactional
  public DraftView changeDraft(Actor actor, UUID draftId, DraftPatch wanted, IfMatch ifMatch) {
    return change(actor, drafts.lock(draftId), wanted, ifMatch);
  }

  private DraftView change(Actor actor, Draft draft, DraftPatch wanted, IfMatch ifMatch) {
    ifMatch.check(draft.version);
    if (wanted.publication() != null) {
      wanted.publication().check();
    }
    LocalDate openedOn = wanted.openedOn();
    if (wanted.status() != draft.status) {
      checkTransition(draft, wanted);
      if (draft.status == DraftStatus.PREPARING) {
        outlines.inherit(draft);
      }
      if (wanted.status() == DraftStatus.OPEN && openedOn == null) {
        openedOn = VietnamTime.dayOf(actor.at());
      }
      // Not the time of the request: intakes that ended while this waited for the lock are in time.
      draft.closedAt = wanted.status() == DraftStatus.CLOSED ? Instant.now() : null;
    }
    draft.title = wanted.title();
    draft.kind = wanted.kind();
    draft.reportSubject = wanted.reportSubject();
    draft.addressee = wanted.addressee();
    draft.status = wanted.status();
    draft.openedOn = openedOn;
    draft.dueOn = wanted.dueOn();
    draft.answerDueOn = wanted.answerDueOn();
    draft.publication = wanted.publication();
    drafts.flush();
    return DraftView.of(draft, plans.findById(draft.planId).milestones);
  }

  private void checkTransition(Draft draft, DraftPatch wanted) {
    if (!draft.status.next().contains(wanted.status())) {
      throw new ProblemException(
          ProblemCode.DRAFT_TRANSITION_NOT_ALLOWED, draft.status, draft.status.next());
    }
    if (wanted.status() == DraftStatus.CLOSED && !Boolean.TRUE.equals(wanted.force())) {
      long open = openComments.count(draft.id);
      if (open > 0) {
        throw new ProblemException(ProblemCode.DRAFT_HAS_OPEN_COMMENTS, open);
      }
    }
  }

  /** A new draft. Its first state is PREPARING. */
  public record DraftInput(
      @Min(1)
          @Max(DraftInput.MAX_NUMBER)
          @Schema(
              nullable = true,
              description = "Mặc định: số tiếp theo · default: the next number")
          Integer number,
      @NotNull @Size(min = 1, max = 300) String title,
      @Schema(
              nullable = true,
              defaultValue = "CONSULTATION",
              description =
                  "CONSULTATION lấy ý kiến; APPRAISAL Hội đồng thẩm định: thành viên là cơ quan được lấy ý kiến, ý kiến tại Hội đồng (COUNCIL) là trả lời"
                      + " · APPRAISAL: the members of the council are the consultees, and COUNCIL is a reply")
          DraftKind kind,
      @Size(min = 1, max = 500)
          @Schema(
              nullable = true,
              description =
                  "Phần sau \"Tổng hợp, tiếp thu, giải trình\" trong tên báo cáo; null = theo loại, lần dự thảo và tên quy hoạch"
                      + " · what the report is about; null = by kind, draft and plan",
              examples = "ý kiến của Hội đồng thẩm định Quy hoạch tỉnh Bắc Kạn")
          String reportSubject,
      @Size(min = 1, max = 300)
          @Schema(
              nullable = true,
              description =
                  "Kính gửi của báo cáo; null = Hội đồng thẩm định nếu là APPRAISAL, nếu không thì theo quy hoạch"
                      + " · whom the report is for; null = by kind, else as the plan")
          String addressee,
      @Schema(nullable = true) LocalDate openedOn,
      @Schema(nullable = true, description = "Hạn trả lời, hết ngày · last day for replies")
          LocalDate dueOn,
      @Schema(nullable = true, description = "Hạn tiếp thu, giải trình · last day for answers")
          LocalDate answerDueOn) {

    static final int MAX_NUMBER = 99;
  }

  /** A plan in a request. */
  public record PlanInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Pattern(regexp = "[a-z0-9][a-z0-9-]*")
          @Schema(
              description = "Tên trong đường dẫn, không đổi về sau · name in paths, never changes",
              examples = "bac-kan-2021-2030")
          String slug,
      @NotNull @Size(min = 1, max = 500) String title,
      @Valid @Schema(nullable = true) Letterhead letterhead,
      @Valid
          @Size(max = 20)
          @Schema(
              nullable = true,
              description =
                  "Cơ quan khác đứng tên lấy ý kiến các nhóm này; nhóm không nêu ở đây do cơ quan ban hành của letterhead lấy ý kiến"
                      + " · bodies that ask these groups; the issuer of the letterhead asks all other groups")
          List<@NotNull Asker> askers) {}

  /**
   * Counts the comments that block the closing of a draft. The comment package implements it,
   * because this package must not depend on comments.
   */
  public interface OpenComments {
    /** The number of comments of the draft that are neither answered nor withdrawn. */
    long count(UUID draftId);
  }
}
