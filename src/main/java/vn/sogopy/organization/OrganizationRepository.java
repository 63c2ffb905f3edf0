package vn.sogopy.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

  public Optional<Organization> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  boolean areIn(String group) {
    return count("from Organization o where o.group = ?1", group) > 0;
  }

  /** The greatest order in the group; 0 if it is empty. */
  int lastIn(String group) {
    return find("select coalesce(max(o.position), 0) from Organization o where o.group = ?1", group)
        .project(Integer.class)
        .firstResult();
  }

  /** The ids of the codes that exist. */
  public Map<String, UUID> ids(Collection<String> codes) {
    return find("select o.code, o.id from Organization o where o.code in ?1", codes)
        .project(CodeAndId.class)
        .stream()
        .collect(Collectors.toMap(CodeAndId::code, CodeAndId::id));
  }

  public Optional<UUID> id(String code) {
    return Optional.ofNullable(ids(List.of(code)).get(code));
  }

  record CodeAndId(String code, UUID id) {}

  /** The current name that equals this one except for case. */
  public Optional<String> nameLike(String name) {
    String capitals = name.toUpperCase(Locale.ROOT);
    return find("select o.name from Organization o order by o.code").project(String.class).stream()
        .filter(one -> one.toUpperCase(Locale.ROOT).equals(capitals))
        .findFirst();
  }

  public record Identified(String code, String[] eIds) {}

  /** Those that have electronic identifiers, by code. */
  public List<Identified> identified() {
    return find("select o.code, o.eIds from Organization o order by o.code")
        .project(Identified.class)
        .stream()
        .filter(one -> one.eIds().length > 0)
        .toList();
  }

  /** The names in the order of the register. */
  public List<String> namesInOrder() {
    return find("select o.name from Organization o join OrganizationGroup g on g.code = o.group"
            + " order by g.position, o.position, o.code")
        .project(String.class)
        .list();
  }

  /** Locks the row. A concurrent change waits and then reads the new version. */
  Optional<Organization> lock(String code) {
    return find("code", code).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }
}
