package vn.sogopy.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

  public Optional<Organization> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  /** Whether the group has any. */
  boolean areIn(String group) {
    return count("from Organization o where o.group = ?1", group) > 0;
  }

  /** The ids of those of these codes that exist. */
  public Map<String, UUID> ids(Collection<String> codes) {
    return find("select o.code, o.id from Organization o where o.code in ?1", codes)
        .project(CodeAndId.class)
        .stream()
        .collect(Collectors.toMap(CodeAndId::code, CodeAndId::id));
  }

  /** The id of the one of this code. */
  public Optional<UUID> id(String code) {
    return Optional.ofNullable(ids(List.of(code)).get(code));
  }

  record CodeAndId(String code, UUID id) {}

  /** All of them, with their names of other times. */
  public List<Organization> withNames() {
    return list("select distinct o from Organization o left join fetch o.names");
  }

  /** Their names in the order of the register. */
  public List<String> namesInOrder() {
    return find("select o.name from Organization o join OrganizationGroup g on g.code = o.group"
            + " order by g.position, o.position, o.code")
        .project(String.class)
        .list();
  }

  /** For a change: whoever comes second sees the version of the first. */
  Optional<Organization> lock(String code) {
    return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
