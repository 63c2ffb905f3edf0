package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.PlanService.PlanInput;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Warning;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.security.Caller;

/** Reads plans, milestones and drafts for responses. */
@ApplicationScoped
public class PlanReader {
  private static final Keyset<Plan> PLANS =
      Keyset.ascending(new Key<>("p.slug", Type.TEXT, plan -> plan.slug));
  private static final Keyset<Draft> DRAFTS =
      Keyset.ascending(new Key<>("d.number", Type.NUMBER, draft -> draft.number));

  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject EntityManager entities;

  @Transactional
  public Page<PlanView> list(Caller caller, int limit, String cursor, boolean count) {
    Hql from = Hql.of("from Plan p where true").addIf("and p.slug in ?", caller.plans());
    return PLANS
        .page(
            entities, Plan.class, new PageRequest("plans", limit, cursor, count), "select p", from)
        .map(PlanView::of);
  }

  @Transactional
  public PlanView get(String slug) {
    return plans.bySlug(slug).map(PlanView::of).orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Milestones milestones(UUID planId, Locale locale) {
    Plan plan = plans.withMilestones(planId).orElseThrow(ProblemException::notFound);
    return Milestones.of(List.copyOf(plan.milestones), plan.milestonesVersion, locale);
  }

  @Transactional
  public Page<DraftView> drafts(UUID plan, int limit, String cursor, boolean count) {
    PageRequest request = new PageRequest("drafts " + plan, limit, cursor, count);
    Hql from = Hql.of("from Draft d where d.planId = ?", plan);
    return DRAFTS.page(entities, Draft.class, request, "select d", from).map(DraftView::of);
  }

  @Transactional
  public DraftView draft(UUID id) {
    return drafts.findByIdOptional(id).map(DraftView::of).orElseThrow(ProblemException::notFound);
  }

  /** A draft in a response. */
  @Schema(name = "Draft")
  public record DraftView(
      int number,
      String title,
      DraftKind kind,
      DraftStatus status,
      @Schema(nullable = true) LocalDate openedOn,
      @Schema(nullable = true) LocalDate dueOn,
      @Schema(nullable = true) LocalDate answerDueOn,
      @Schema(nullable = true, description = "Ngày dự kiến chốt số liệu · the seal's planned day")
          LocalDate sealPlannedFor,
      @Schema(nullable = true, description = "Tên báo cáo · what the report is about")
          String reportSubject,
      @Schema(nullable = true, description = "Kính gửi · whom the report is for") String addressee,
      @Schema(nullable = true, description = "Đăng tải lấy ý kiến rộng rãi · its publication")
          Publication publication,
      @Schema(
              description =
                  "Hạn đáng ngờ: trước hoặc trong 3 ngày kể từ ngày lấy ý kiến; hạn tiếp thu, giải trình sau ngày dự kiến chốt số liệu"
                      + " · odd dates: before the opening or within 3 days of it; answers due after the seal's planned day")
          List<Warning> warnings,
      int version) {

    static DraftView of(Draft draft) {
      return new DraftView(
          draft.number,
          draft.title,
          draft.kind,
          draft.status,
          draft.openedOn,
          draft.dueOn,
          draft.answerDueOn,
          draft.sealPlannedFor,
          draft.reportSubject,
          draft.addressee,
          draft.publication,
          draft.oddDates(VietnamTime.today()),
          draft.version);
    }
  }

  /** A plan in a response. */
  @Schema(name = "Plan")
  public record PlanView(
      String slug,
      String title,
      Letterhead letterhead,
      @Schema(
              description =
                  "Các cơ quan khác đứng tên lấy ý kiến, mỗi cơ quan với các nhóm của mình"
                      + " · the other bodies that ask for comments, each with its groups")
          List<Asker> askers,
      @Schema(description = "Dữ liệu mẫu · sample data") boolean sample,
      int version) {

    static PlanView of(Plan plan) {
      return new PlanView(
          plan.slug, plan.title, plan.letterhead, plan.askers, plan.sample, plan.version);
    }

    PlanInput toInput() {
      return new PlanInput(slug, title, letterhead, askers);
    }
  }
}
