package vn.sogopy.organization;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

@ApplicationScoped
public class OrganizationRepository implements PanacheRepositoryBase<Organization, UUID> {

  public Optional<Organization> byCode(String code) {
    return find("code", code).firstResultOptional();
  }

  boolean areIn(String group) {
    return count("from Organization o where o.group = ?1", group) > 0;
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

  /** A current or former name of an organization. */
  public record Named(UUID id, String code, String name) {}

  /** All names of all organizations, current and former. */
  public List<Named> names() {
    List<Named> names = new ArrayList<>();
    for (Known one :
        find("select o.id, o.code, o.name, o.aliases, o.eIds from Organization o")
            .project(Known.class)
            .list()) {
      Stream.concat(Stream.of(one.name(), one.code()), Stream.of(one.aliases()))
          .forEach(name -> names.add(new Named(one.id(), one.code(), name)));
    }
    names.addAll(
        find("select o.id, o.code, n.name from Organization o join o.names n")
            .project(Named.class)
            .list());
    return names;
  }

  /** An organization, read without a lock. */
  public record Known(UUID id, String code, String name, String[] aliases, String[] eIds) {}

  /** Those that have electronic identifiers, by code. */
  public List<Known> identified() {
    return find(
            "select o.id, o.code, o.name, o.aliases, o.eIds from Organization o order by o.code")
        .project(Known.class)
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
