package vn.sogopy.plan;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan in a response. */
@Schema(name = "Plan")
public record PlanView(
    String slug,
    String title,
    Letterhead letterhead,
    @Schema(description = "Dữ liệu mẫu · sample data") boolean sample,
    int version) {

  static PlanView of(Plan plan) {
    return new PlanView(plan.slug, plan.title, plan.letterhead, plan.sample, plan.version);
  }

  PlanInput toInput() {
    return new PlanInput(slug, title, letterhead);
  }
}
