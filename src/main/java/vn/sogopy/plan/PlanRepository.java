package vn.sogopy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

  Optional<Plan> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }

  /** For a change: whoever comes second sees the version of the first. */
  Optional<Plan> lock(String slug) {
    return find("slug", slug).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  Plan lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
