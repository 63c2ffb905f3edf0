package vn.sogopy.plan.outline;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class SectionRepository implements PanacheRepositoryBase<Section, UUID> {

  /** The section with this {@linkplain Section#key key}. */
  public Optional<Section> byKey(UUID draft, String key) {
    return find("draftId = ?1 and codeKey = ?2", draft, key).firstResultOptional();
  }

  /** The sections of these keys. */
  public List<Section> byKeys(UUID draft, Collection<String> keys) {
    return find("draftId = ?1 and codeKey in ?2", draft, keys).list();
  }

  /** The keys of the sections of all drafts of a plan. */
  public List<String> keysOfPlan(UUID plan) {
    return find(
            "select distinct s.codeKey from Section s join Draft d on d.id = s.draftId"
                + " where d.planId = ?1",
            plan)
        .project(String.class)
        .list();
  }

  public List<Section> inOrder(UUID draft) {
    return find("draftId = ?1 order by path", draft).list();
  }
}
