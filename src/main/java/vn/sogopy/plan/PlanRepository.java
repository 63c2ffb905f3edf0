package vn.sogopy.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

  Optional<Plan> bySlug(String slug) {
    return find("slug", slug).firstResultOptional();
  }
}
