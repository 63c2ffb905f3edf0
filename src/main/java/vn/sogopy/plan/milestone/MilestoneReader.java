package vn.sogopy.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.problem.ProblemException;

/** Reads the milestones of a plan for responses. */
@ApplicationScoped
public class MilestoneReader {
  @Inject PlanRepository plans;

  @Transactional
  public Milestones get(UUID id, Locale locale) {
    Plan plan = plans.withMilestones(id).orElseThrow(ProblemException::notFound);
    return Milestones.of(List.copyOf(plan.milestones), plan.milestonesVersion, locale);
  }
}
