package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.sogopy.http.Params;
import vn.sogopy.http.ProblemException;
import vn.sogopy.security.Caller;

/**
 * Says whether the plan or draft of a path is there for this caller, before anything else is read.
 * What was found is remembered: plans and drafts never go, but for the sample, and every write asks
 * the database again.
 */
@ApplicationScoped
public class PlanDirectory {
  @Inject PlanReader reader;

  private final Map<String, UUID> plans = new ConcurrentHashMap<>();
  private final Map<String, DraftRef> drafts = new ConcurrentHashMap<>();

  /**
   * @throws ProblemException 404 if there is no such plan for this caller
   */
  public UUID plan(Caller caller, String slug) {
    caller.requirePlan(slug);
    UUID known = plans.get(slug);
    if (known == null) {
      known = reader.planId(slug);
      plans.put(slug, known);
    }
    return known;
  }

  /**
   * @throws ProblemException 404 if there is no such draft for this caller
   */
  public DraftRef draft(Caller caller, String slug, String number) {
    caller.requirePlan(slug);
    String name = slug + "/" + Params.pathNumber(number);
    DraftRef known = drafts.get(name);
    if (known == null) {
      known = reader.draftRef(slug, Params.pathNumber(number));
      drafts.put(name, known);
    }
    return known;
  }

  /** After the sample was removed. */
  public void forget() {
    plans.clear();
    drafts.clear();
  }
}
