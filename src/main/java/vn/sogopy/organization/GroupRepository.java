package vn.sogopy.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
public class GroupRepository implements PanacheRepositoryBase<OrganizationGroup, String> {

  List<OrganizationGroup> inOrder() {
    return listAll(Sort.by("position"));
  }
}
