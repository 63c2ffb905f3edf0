package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

/** Creates and changes plans, their milestones and assignees. */
@ApplicationScoped
public class PlanService {
  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
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
    requireGroups(input);
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
    requireGroups(input);
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
  private void requireGroups(PlanInput input) {
    List<FieldError> errors = unknownUrges(input.letterhead(), "/letterhead");
    List<Asker> askers = input.askers() == null ? List.of() : input.askers();
    for (int i = 0; i < askers.size(); i++) {
      errors.addAll(unknownUrges(askers.get(i).letterhead(), "/askers/" + i + "/letterhead"));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private List<FieldError> unknownUrges(Letterhead letterhead, String pointer) {
    List<String> codes = letterhead == null ? null : letterhead.urges();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; codes != null && i < codes.size(); i++) {
      if (groups.findById(codes.get(i)) == null) {
        errors.add(
            FieldError.pointer(pointer + "/urges/" + i, FieldCode.UNKNOWN_GROUP, codes.get(i)));
      }
    }
    return errors;
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
      @Size(max = 20)
          @Schema(
              nullable = true,
              description =
                  "Cơ quan khác đứng tên lấy ý kiến các nhóm này; nhóm không nêu ở đây do cơ quan ban hành của letterhead lấy ý kiến"
                      + " · bodies that ask these groups; the issuer of the letterhead asks all other groups")
          List<@NotNull @Valid Asker> askers) {}
}
