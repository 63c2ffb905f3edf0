package vn.sogopy.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.plan.PlanDirectory.PlansRemoved;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.Uses;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.Actor;
import vn.sogopy.security.key.ApiKeyService;

/** Deletes plans and drafts that were created by mistake. */
@ApplicationScoped
public class PlanRemovalService {
  /**
   * What a draft in preparation has. By the entities' names: their packages depend on this one. The
   * history of its consultees goes, too: nobody has been asked yet.
   */
  private static final List<String> OF_DRAFT =
      List.of(
          "delete ConsulteeHistoryEntry h where h.draftId = ?",
          "delete Consultee k where k.key.draftId = ?",
          "delete Section s where s.draftId = ?",
          "delete Draft d where d.id = ?");

  @Inject PlanRepository plans;
  @Inject DraftRepository drafts;
  @Inject ApiKeyService keys;
  @Inject Event<PlansRemoved> removed;
  @Inject EntityManager entities;
  @Inject DataSource source;

  /**
   * Deletes a plan without drafts, with its milestones and phrases. Keys lose it.
   *
   * @throws ProblemException 404, 428, 412; 409 still-in-use
   */
  @Transactional
  public void removePlan(Actor actor, String slug, IfMatch ifMatch) {
    lock("select 1 from plan where slug = ? for update", slug);
    Plan plan = plans.lock(slug).orElseThrow(ProblemException::notFound);
    ifMatch.check(plan.version);
    new Uses()
        .add(FieldCode.USED_BY_DRAFTS, drafts.count("planId", plan.id))
        .requireNone(plan.title);
    Hql.of("delete Phrase f where f.planId = ?", plan.id).execute(entities);
    keys.removePlans(List.of(slug), actor.at());
    plans.delete(plan);
    plans.flush();
    removed.fire(new PlansRemoved());
  }

  /**
   * Deletes a draft in preparation, with its outline and its consultees.
   *
   * @throws ProblemException 404, 428, 412; 409 draft-not-preparing once it has opened; 409
   *     still-in-use if a letter waits, a contact was noted or minutes are filed
   */
  @Transactional
  public void removeDraft(UUID id, IfMatch ifMatch) {
    lock("select 1 from draft where id = ? for update", id);
    Draft draft = drafts.lock(id);
    if (draft.status != DraftStatus.PREPARING) {
      throw new ProblemException(ProblemCode.DRAFT_NOT_PREPARING, draft.number, draft.status);
    }
    ifMatch.check(draft.version);
    new Uses()
        .add(
            FieldCode.USED_BY_LETTERS,
            count("select count(*) from ParkedLetter l where l.draftId = ?", id))
        .add(
            FieldCode.USED_BY_CONTACTS,
            count("select count(*) from ContactEntry e where e.draftId = ?", id))
        .add(
            FieldCode.USED_BY_MINUTES,
            count("select count(*) from Minutes m where m.draftId = ?", id))
        .requireNone(draft.title);
    // For the guard of histories.
    Sql.set(source, "sogopy.removing_draft", id.toString());
    entities.flush();
    OF_DRAFT.forEach(statement -> Hql.of(statement, id).execute(entities));
    removed.fire(new PlansRemoved());
  }

  /** Stronger than the lock of a change: no new row can refer to this one. */
  private void lock(String statement, Object key) {
    Sql.of(statement, key).exists(source);
  }

  private long count(String query, Object value) {
    return Hql.of(query, value).first(entities, Long.class).orElseThrow();
  }
}
