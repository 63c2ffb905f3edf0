package vn.sogopy.desk.leader;

import static vn.sogopy.security.Role.Names.COORDINATOR;
import static vn.sogopy.security.Role.Names.VIEWER;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.faulttolerance.api.ApplyGuard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import vn.sogopy.consultation.round.CoverageReader;
import vn.sogopy.consultation.round.Participation;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.PlanReader;
import vn.sogopy.plan.PlanReader.DraftView;
import vn.sogopy.plan.PlanReader.PlanView;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.register.LeaderPointsReader;
import vn.sogopy.register.LeaderPointsReader.LeaderPoints;
import vn.sogopy.register.LeaderPointsReader.Point;
import vn.sogopy.security.CurrentCaller;

/** Screen 7: the draft on one page, for leaders. */
@Path("/so/{plan}/{draft}/lanh-dao")
@Produces(MediaType.TEXT_HTML)
public class LeaderScreenResource {
  @Inject CurrentCaller caller;
  @Inject CurrentDraft draft;
  @Inject PlanReader plans;
  @Inject CoverageReader coverage;
  @Inject LeaderPointsReader leaders;

  record Leaders(
      PlanView plan,
      DraftView draft,
      Situation now,
      LeaderPointsReader.Figures points,
      Listed differing,
      Listed directed,
      List<Participation> silent)
      implements TemplateInstance {}

  /**
   * A list of which a few items stand on the printed page.
   *
   * @param all number of comments for every reader, also of those that this one does not see
   */
  record Listed(int all, List<Point> first, List<Point> rest) {
    private static final int PRINTED = 5;

    static Listed of(int all, List<Point> points) {
      int cut = Math.min(PRINTED, points.size());
      return new Listed(all, points.subList(0, cut), points.subList(cut, points.size()));
    }

    /** Whether there may be more points that the reader sees. */
    public boolean isFull() {
      return first.size() + rest.size() == LeaderPointsReader.MAX_ITEMS;
    }

    /** Number of comments that are not listed. */
    public int unlisted() {
      return all - first.size() - rest.size();
    }
  }

  @GET
  @ApplyGuard(HeavyGuards.READS)
  @RolesAllowed({VIEWER, COORDINATOR})
  public TemplateInstance leaders() {
    CoverageReader.Progress progress = coverage.progress(caller.actor(), draft.get());
    DraftView view = plans.draft(draft.get().id());
    LeaderPoints points = leaders.read(caller.get(), draft.get());
    return new Leaders(
        plans.get(draft.get().plan()),
        view,
        Situation.of(progress, view.openedOn(), view.dueOn()),
        points.figures(),
        Listed.of(points.figures().differing(), points.differing()),
        Listed.of(points.figures().directed(), points.directed()),
        progress.round().silent());
  }
}
