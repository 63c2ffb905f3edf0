package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization in a response. */
@Schema(name = "Organization")
public record OrganizationView(
    String code,
    String name,
    String group,
    int order,
    List<String> aliases,
    @JsonProperty("eIds") List<String> eIds,
    List<OrganizationInput.Name> names,
    int version) {

  static OrganizationView of(Organization organization) {
    return new OrganizationView(
        organization.code,
        organization.name,
        organization.group,
        organization.position,
        List.of(organization.aliases),
        List.of(organization.eIds),
        organization.names.stream()
            .map(name -> new OrganizationInput.Name(name.name, name.from, name.to))
            .toList(),
        organization.version);
  }

  /** The input that PATCH is merged onto. */
  OrganizationInput toInput() {
    return new OrganizationInput(code, name, group, order, aliases, eIds, names);
  }
}
