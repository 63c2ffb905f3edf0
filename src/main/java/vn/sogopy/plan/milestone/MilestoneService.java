package vn.sogopy.plan.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.ProblemException;

/** Replaces the milestones of a plan. */
@ApplicationScoped
public class MilestoneService {
  @Inject PlanRepository plans;

  /**
   * @return the new version
   * @throws ProblemException 428, 412
   */
  @Transactional
  public int replace(UUID id, List<Milestones.Milestone> items, IfMatch ifMatch) {
    Plan plan = plans.lock(id);
    ifMatch.check(plan.milestonesVersion);
    plan.milestones.clear();
    plan.milestones.addAll(items);
    plan.milestonesVersion++;
    plans.flush();
    return plan.milestonesVersion;
  }
}
