package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.problem.ProblemException;

/** Title, letterhead and coordinating organization of a plan, for official documents. */
@ApplicationScoped
public class PlanHead {
  private static final String NOBODY = "Cơ quan lập quy hoạch";

  @Inject PlanRepository plans;
  @Inject OrganizationRepository organizations;

  /**
   * @param issuer the coordinator's organization in prose; the letterhead has it in capitals
   */
  public record Head(String title, boolean sample, Letterhead letterhead, String issuer) {

    /** The mark of sample data; null = none. */
    public String mark() {
      return sample ? Plan.SAMPLE_MARK : null;
    }
  }

  public Head of(UUID plan) {
    Plan found = plans.findByIdOptional(plan).orElseThrow(ProblemException::notFound);
    String printed = found.letterhead.issuer();
    return new Head(
        found.title,
        found.sample,
        found.letterhead,
        printed == null ? NOBODY : organizations.nameLike(printed).orElse(printed));
  }
}
