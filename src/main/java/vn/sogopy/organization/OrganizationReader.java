package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;

/** Reads organizations in the order of the register: group, protocol order, code. */
@ApplicationScoped
public class OrganizationReader {
  private static final Keyset<Listed> ORDER =
      Keyset.ascending(
          new Key<>("g.position", Type.NUMBER, Listed::groupPosition),
          new Key<>("o.position", Type.NUMBER, listed -> listed.organization().position),
          new Key<>("o.code", Type.TEXT, listed -> listed.organization().code));

  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject EntityManager entities;

  record Listed(Organization organization, int groupPosition) {}

  @Transactional
  public OrganizationView get(String code) {
    return organizations
        .byCode(code)
        .map(OrganizationView::of)
        .orElseThrow(ProblemException::notFound);
  }

  @Transactional
  public Page<OrganizationView> list(String group, int limit, String cursor, boolean count) {
    Hql from =
        Hql.of("from Organization o join OrganizationGroup g on g.code = o.group where true");
    if (group != null) {
      requireGroup(group);
      from.add("and o.group = ?", group);
    }
    PageRequest request = new PageRequest("organizations " + group, limit, cursor, count);
    return ORDER
        .page(entities, Listed.class, request, "select o, g.position", from)
        .map(listed -> OrganizationView.of(listed.organization()));
  }

  /**
   * Refuses a filter by an unknown code, which is most likely a typing error.
   *
   * @param code of an organization; null = no filter
   * @param group code; null = no filter
   * @throws ProblemException 400 naming the query parameter
   */
  @Transactional
  public void requireKnown(String code, String group) {
    if (code != null && organizations.count("code", code) == 0) {
      throw ProblemException.parameter("organization", FieldCode.UNKNOWN_ORGANIZATION, code);
    }
    if (group != null) {
      requireGroup(group);
    }
  }

  private void requireGroup(String group) {
    if (groups.count("code", group) == 0) {
      throw ProblemException.parameter("group", FieldCode.UNKNOWN_GROUP, group);
    }
  }

  /** An organization in a response. */
  @Schema(name = "Organization")
  public record OrganizationView(
      String code,
      String name,
      String group,
      int order,
      List<String> aliases,
      @JsonProperty("eIds") List<String> eIds,
      List<OrganizationName> names,
      int version) {

    static OrganizationView of(Organization organization) {
      return new OrganizationView(
          organization.code,
          organization.name,
          organization.group,
          organization.position,
          List.of(organization.aliases),
          List.of(organization.eIds),
          List.copyOf(organization.names),
          organization.version);
    }

    /** The input that PATCH is merged onto. */
    OrganizationInput toInput() {
      return new OrganizationInput(code, name, group, order, aliases, eIds, names);
    }
  }
}
