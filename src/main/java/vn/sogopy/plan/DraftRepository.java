package vn.sogopy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
public class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {

  private static final String REFS =
      "select p.id, p.slug, p.title, d.id, d.number from Draft d join Plan p on p.id = d.planId where ";

  public Optional<DraftRef> ref(String plan, int number) {
    return find(REFS + "p.slug = ?1 and d.number = ?2", plan, number)
        .project(DraftRef.class)
        .firstResultOptional();
  }

  public Map<UUID, DraftRef> refs(Collection<UUID> ids) {
    return find(REFS + "d.id in ?1", ids).project(DraftRef.class).stream()
        .collect(Collectors.toMap(DraftRef::id, draft -> draft));
  }

  public Optional<Draft> byNumber(UUID plan, int number) {
    return find("planId = ?1 and number = ?2", plan, number).firstResultOptional();
  }

  List<Draft> ofPlan(UUID plan) {
    return find("planId = ?1 order by number", plan).list();
  }

  /** The id of the draft with the next higher number. Numbers may have gaps. */
  public Optional<UUID> next(UUID plan, int number) {
    return find(
            "select d.id from Draft d where d.planId = ?1 and d.number > ?2 order by d.number",
            plan,
            number)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** The id of the nearest draft with a higher number that has an outline. */
  public Optional<UUID> outlinedAfter(UUID plan, int number) {
    return find(
            "select d.id from Draft d where d.planId = ?1 and d.number > ?2"
                + " and exists (select 1 from Section s where s.draftId = d.id) order by d.number",
            plan,
            number)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** The nearest draft with a lower number that has an outline. Numbers may have gaps. */
  public Optional<Draft> outlinedBefore(UUID plan, int number) {
    return find(
            "from Draft d where d.planId = ?1 and d.number < ?2"
                + " and exists (select 1 from Section s where s.draftId = d.id) order by d.number desc",
            plan,
            number)
        .firstResultOptional();
  }

  /**
   * Locks the row in share mode for an intake. The draft cannot close before the transaction ends.
   *
   * @throws ProblemException 404 if the draft was deleted in the meantime
   */
  public Draft share(UUID id) {
    return hold(id, LockModeType.PESSIMISTIC_READ);
  }

  /**
   * Locks the row for a change. Waits for running intakes; later intakes wait.
   *
   * @throws ProblemException 404 if the draft was deleted in the meantime
   */
  public Draft lock(UUID id) {
    return hold(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Draft hold(UUID id, LockModeType mode) {
    return findByIdOptional(id, mode).orElseThrow(ProblemException::notFound);
  }
}
