package vn.sogopy.desk;

import static vn.sogopy.security.Role.Names.CONSULTANT;
import static vn.sogopy.security.Role.Names.COORDINATOR;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentOrder;
import vn.sogopy.comment.query.CommentQuery;
import vn.sogopy.comment.query.CommentReader;
import vn.sogopy.comment.query.CommentReader.CommentScope;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.comment.request.RequestReader;
import vn.sogopy.consultation.letter.WaitingLetters;
import vn.sogopy.consultation.round.CommentCounts;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.Statistics;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.text.Text;
import vn.sogopy.register.LeaderPointsReader;
import vn.sogopy.register.Readiness;
import vn.sogopy.security.CurrentCaller;

/** Screen 1: what is to be done in the draft today. */
@Path("/so/{plan}/{draft}/hom-nay")
@Produces(MediaType.TEXT_HTML)
public class TodayScreenResource {
  private static final int MAX_RETURNED = 10;

  @Inject CurrentCaller caller;
  @Inject CurrentDraft draft;
  @Inject PlanReader plans;
  @Inject CoverageReader coverage;
  @Inject LeaderPointsReader leaders;
  @Inject CommentReader comments;
  @Inject RequestReader requests;
  @Inject @Any Instance<WaitingLetters> waiting;

  /**
   * @param overdue consultees without a reply past their due date
   * @param general comments on no section
   * @param waiting letters that are not filed yet; null = none can wait here
   * @param placeless accepted comments without the place of the change
   */
  record Coordinator(
      PlanView plan,
      DraftView draft,
      Statistics figures,
      LeaderPointsReader.Figures points,
      int overdue,
      int general,
      Integer waiting,
      long placeless,
      List<OverdueRequest> requests)
      implements TemplateInstance {}

  /**
   * @param mine null = no comment is assigned to a person of this name
   * @param returned the first comments of these, mine or of all
   */
  record Consultant(
      PlanView plan,
      DraftView draft,
      Statistics.Assignee mine,
      Work all,
      List<Statistics.Assignee> assignees,
      long placeless,
      Page<CommentView> returned,
      List<OverdueRequest> requests)
      implements TemplateInstance {}

  /**
   * Numbers of comments.
   *
   * @param open not answered, also those returned; overdue: of these, past the due date
   */
  record Work(int open, int overdue, int returned, int answered, int approved) {}

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({COORDINATOR, CONSULTANT})
  public TemplateInstance today() {
    Statistics figures = coverage.progress(caller.actor(), draft.get()).statistics();
    PlanView plan = plans.get(draft.get().plan());
    DraftView view = plans.draft(draft.get().id());
    CommentQuery accepted = new CommentQuery();
    accepted.revisionOpen = true;
    long placeless = list(accepted, 1).total();
    List<OverdueRequest> late = requests.overdue(caller.get(), draft.get(), caller.actor().today());
    return caller.get().isCoordinator()
        ? coordinator(plan, view, figures, placeless, late)
        : consultant(plan, view, figures, placeless, late);
  }

  private Coordinator coordinator(
      PlanView plan,
      DraftView view,
      Statistics figures,
      long placeless,
      List<OverdueRequest> late) {
    return new Coordinator(
        plan,
        view,
        figures,
        leaders.figures(draft.get()),
        (int) figures.organizations().stream().filter(Statistics.Body::overdue).count(),
        figures.sections().get(0).own().comments(),
        waiting.stream()
            .map(letters -> letters.waiting(draft.get(), Readiness.MAX_ITEMS).size())
            .reduce(Integer::sum)
            .orElse(null),
        placeless,
        late);
  }

  private Consultant consultant(
      PlanView plan,
      DraftView view,
      Statistics figures,
      long placeless,
      List<OverdueRequest> late) {
    String name = caller.get().name();
    Optional<Statistics.Assignee> mine =
        figures.assignees().stream()
            .filter(one -> one.assignee() != null)
            .filter(one -> Text.foldName(one.assignee()).equals(Text.foldName(name)))
            .findFirst();
    CommentQuery returned = new CommentQuery();
    returned.status = List.of(Status.RETURNED);
    returned.assignee = mine.isPresent() ? name : null;
    return new Consultant(
        plan,
        view,
        mine.orElse(null),
        work(figures.total()),
        figures.assignees(),
        placeless,
        list(returned, MAX_RETURNED),
        late);
  }

  private static Work work(CommentCounts total) {
    return new Work(
        Status.OPEN.stream().mapToInt(status -> total.byStatus().get(status.name())).sum(),
        total.answersOverdue(),
        total.byStatus().get(Status.RETURNED.name()),
        total.byStatus().get(Status.ANSWERED.name()),
        total.byStatus().get(Status.APPROVED.name()));
  }

  private Page<CommentView> list(CommentQuery query, int most) {
    CommentScope scope = new CommentScope(draft.get().planId(), draft.get().id());
    return comments.list(caller.get(), scope, query, CommentOrder.RECEIVED_AT, most, null, true);
  }
}
