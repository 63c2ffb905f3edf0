package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.plan.PlanService.PlanInput;
import vn.sogopy.plan.outline.Outline;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.http.paging.Cursor;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;

/** Reads plans, drafts and outlines for responses. */
@ApplicationScoped
public class PlanReader {
  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject SectionRepository sections;

  UUID planId(String slug) {
    return plans.id(slug).orElseThrow(ProblemException::notFound);
  }

  DraftRef draftRef(String slug, int number) {
    return drafts.ref(slug, number).orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Page<PlanView> list(Caller caller, int limit, String cursor, boolean count) {
    List<PlanView> known =
        plans.listAll().stream()
            .filter(plan -> caller.mayKnowPlan(plan.slug))
            .map(PlanView::of)
            .sorted(Comparator.comparing(PlanView::slug))
            .toList();
    return page(known, PlanView::slug, "plans", limit, cursor, count);
  }

  @Transactional
  public PlanView get(String slug) {
    return PlanView.of(plan(slug));
  }

  @Transactional
  public Page<DraftView> drafts(UUID plan, int limit, String cursor, boolean count) {
    List<Draft> all = drafts.ofPlan(plan);
    return page(
        all.stream().map(DraftView::of).toList(),
        draft -> String.format("%02d", draft.number()),
        "drafts " + plan,
        limit,
        cursor,
        count);
  }

  /**
   * There are few plans and drafts, so the page is a part of the whole list. The list is sorted by
   * its keys.
   */
  private static <T> Page<T> page(
      List<T> all,
      Function<T, String> key,
      String question,
      int limit,
      String cursor,
      boolean count) {
    List<String> from = Cursor.decode(cursor, question, 1);
    List<T> rest =
        all.stream()
            .filter(item -> from == null || key.apply(item).compareTo(from.get(0)) > 0)
            .limit(limit + 1L)
            .toList();
    String next =
        rest.size() > limit
            ? Cursor.encode(question, List.of(key.apply(rest.get(limit - 1))))
            : null;
    return new Page<>(rest.stream().limit(limit).toList(), next, count ? (long) all.size() : null);
  }

  @Transactional
  public DraftView draft(UUID id) {
    return drafts.findByIdOptional(id).map(DraftView::of).orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Outline outline(UUID draftId) {
    Draft draft = drafts.findByIdOptional(draftId).orElseThrow(ProblemException::notFound);
    List<Section> earlier =
        drafts
            .outlinedBefore(draft.planId, draft.number)
            .map(before -> sections.inOrder(before.id))
            .orElse(List.of());
    return Outline.of(sections.inOrder(draftId), earlier, draft.outlineVersion);
  }

  private Plan plan(String slug) {
    return plans.bySlug(slug).orElseThrow(ProblemException::notFound);
  }

  /** A draft in a response. */
  @Schema(name = "Draft")
  public record DraftView(
      int number,
      String title,
      DraftStatus status,
      @Schema(nullable = true) LocalDate openedOn,
      @Schema(nullable = true) LocalDate dueOn,
      @Schema(nullable = true) LocalDate answerDueOn,
      int version) {

    static DraftView of(Draft draft) {
      return new DraftView(
          draft.number,
          draft.title,
          draft.status,
          draft.openedOn,
          draft.dueOn,
          draft.answerDueOn,
          draft.version);
    }
  }

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
}
