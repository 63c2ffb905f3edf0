package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import vn.sogopy.consultation.round.EndedBody;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;

/** Title, letterhead and coordinating organization of a plan, for official documents. */
@ApplicationScoped
public class PlanHead {
  private static final String NOBODY = "Cơ quan lập quy hoạch";

  @Inject PlanRepository plans;
  @Inject OrganizationRepository organizations;
  @Inject SuccessionReader successions;

  /**
   * @param issuer the coordinator's organization in prose; the letterhead has it in capitals
   * @param issuerNow its only successor if it has ended, else itself
   */
  public record Head(
      String title, boolean sample, Letterhead letterhead, String issuer, String issuerNow) {

    /** "Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)": who asked, with what became of it. */
    public String asker() {
      return issuer.equals(issuerNow) ? issuer : issuer + " (nay là " + issuerNow + ")";
    }

    /** The mark of sample data; null = none. */
    public String mark() {
      return sample ? Plan.SAMPLE_MARK : null;
    }
  }

  public Head of(UUID plan) {
    Plan found = plans.findByIdOptional(plan).orElseThrow(ProblemException::notFound);
    String printed = found.letterhead.issuer();
    String issuer = printed == null ? NOBODY : organizations.nameLike(printed).orElse(printed);
    return new Head(found.title, found.sample, found.letterhead, issuer, now(issuer));
  }

  private String now(String issuer) {
    LocalDate today = VietnamTime.dayOf(Instant.now());
    Successions all = successions.read();
    return all.named(issuer, today)
        .map(body -> EndedBody.of(all, body.id(), today))
        .filter(EndedBody::hasOneSuccessor)
        .map(EndedBody::names)
        .orElse(issuer);
  }
}
