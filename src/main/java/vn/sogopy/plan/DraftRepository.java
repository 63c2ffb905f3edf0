package vn.sogopy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class DraftRepository implements PanacheRepositoryBase<Draft, UUID> {

  Optional<Draft> byNumber(UUID plan, int number) {
    return find("planId = ?1 and number = ?2", plan, number).firstResultOptional();
  }

  List<Draft> ofPlan(UUID plan) {
    return find("planId = ?1 order by number", plan).list();
  }

  /** Waits for intakes under way, and makes later ones wait. */
  Draft lock(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }
}
