package vn.sogopy.plan.outline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
public class SectionRepository implements PanacheRepositoryBase<Section, UUID> {

  public List<Section> inOrder(UUID draft) {
    return find("draftId = ?1 order by path", draft).list();
  }
}
