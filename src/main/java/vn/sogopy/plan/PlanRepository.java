package vn.sogopy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sogopy.platform.http.problem.ProblemException;

@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

  public Optional<UUID> id(String slug) {
    return find("select p.id from Plan p where p.slug = ?1", slug)
        .project(UUID.class)
        .firstResultOptional();
  }

  /** With its milestones, read in one snapshot. */
  public Optional<Plan> withMilestones(UUID id) {
    return find("from Plan p left join fetch p.milestones where p.id = ?1", id).list().stream()
        .findFirst();
  }

  public Plan ofDraft(UUID draftId) {
    return find("select p from Plan p join Draft d on d.planId = p.id where d.id = ?1", draftId)
        .firstResult();
  }

  Optional<Plan> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** The slugs of the sample plans. Their rows are locked until the transaction ends. */
  public List<String> lockSamples() {
    return find("sample", true).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
        .map(plan -> plan.slug)
        .toList();
  }

  /** Locks the row. A concurrent change waits and then reads the new version. */
  Optional<Plan> lock(String slug) {
    return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * @throws ProblemException 404 if the plan was deleted in the meantime
   */
  public Plan lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
        .orElseThrow(ProblemException::notFound);
  }
}
