package vn.sogopy.plan;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.security.CurrentCaller;

/** The plan and the draft in the path of the request. */
@RequestScoped
public class CurrentDraft {
  private UUID plan;
  private DraftRef draft;

  public UUID planId() {
    return plan;
  }

  /** Null if the path names no draft. */
  public DraftRef get() {
    return draft;
  }

  void set(UUID foundPlan, DraftRef foundDraft) {
    plan = foundPlan;
    draft = foundDraft;
  }

  /** Resolves the plan and the draft before the body is read. */
  static class Filter {
    @Inject CurrentDraft current;
    @Inject PlanDirectory directory;
    @Inject CurrentCaller caller;

    /**
     * @throws vn.sogopy.platform.http.problem.ProblemException 404 if the caller cannot see them
     */
    @ServerRequestFilter
    public void find(UriInfo uri) {
      MultivaluedMap<String, String> path = uri.getPathParameters();
      String plan = path.getFirst("plan");
      if (plan == null) {
        return;
      }
      if (path.containsKey("draft")) {
        DraftRef found = directory.draft(caller.get(), plan, path.getFirst("draft"));
        current.set(found.planId(), found);
      } else {
        current.set(directory.plan(caller.get(), plan), null);
      }
    }
  }
}
