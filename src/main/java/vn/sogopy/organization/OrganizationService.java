package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.OrganizationReader.OrganizationView;
import vn.sogopy.platform.http.IfMatch;
import vn.sogopy.platform.http.json.MergePatch;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Sql;

/** Creates and changes organizations, their names and their groups. */
@ApplicationScoped
public class OrganizationService {
  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject DataSource source;

  @Transactional
  public OrganizationView create(OrganizationInput input, boolean sample) {
    checkReferences(input);
    // A concurrent creation of the same organization waits here and then finds the first one.
    Sql.lockName(source, "organization " + input.code());
    if (organizations.byCode(input.code()).isPresent()) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, input.code())
          .header("Location", OrganizationResource.PATH + "/" + input.code());
    }
    Organization organization = new Organization();
    organization.code = input.code();
    organization.sample = sample;
    fill(organization, input);
    organizations.persistAndFlush(organization);
    return OrganizationView.of(organization);
  }

  /** The code is immutable, since letters, keys and other systems refer to it. */
  @Transactional
  public OrganizationView patch(String code, MergePatch patch, IfMatch ifMatch) {
    Organization organization = organizations.lock(code).orElseThrow(ProblemException::notFound);
    OrganizationInput input =
        patch.on(OrganizationView.of(organization).toInput(), OrganizationInput.class);
    if (!input.code().equals(code)) {
      throw ProblemException.invalid(FieldError.pointer("/code", FieldCode.NOT_SUPPORTED));
    }
    checkReferences(input);
    ifMatch.check(organization.version);
    fill(organization, input);
    organizations.flush();
    return OrganizationView.of(organization);
  }

  /**
   * Adds an electronic identifier, unless the organization has it already.
   *
   * @throws ProblemException 404 if there is no such organization, 400 if it has too many
   */
  @Transactional
  public void identify(String code, String eId) {
    Organization organization = organizations.lock(code).orElseThrow(ProblemException::notFound);
    List<String> all = new ArrayList<>(List.of(organization.eIds));
    if (all.contains(eId)) {
      return;
    }
    if (all.size() == OrganizationInput.MAX_E_IDS) {
      throw ProblemException.invalid(
          FieldError.pointer("/eIds", FieldCode.TOO_LONG, OrganizationInput.MAX_E_IDS));
    }
    all.add(eId);
    organization.eIds = all.toArray(String[]::new);
    organizations.flush();
  }

  private void checkReferences(OrganizationInput input) {
    List<FieldError> errors = new ArrayList<>();
    if (groups.findById(input.group()) == null) {
      errors.add(FieldError.pointer("/group", FieldCode.UNKNOWN_GROUP, input.group()));
    }
    List<OrganizationName> names = orEmpty(input.names());
    for (int i = 0; i < names.size(); i++) {
      OrganizationName name = names.get(i);
      if (name.from() != null && name.to() != null && name.to().isBefore(name.from())) {
        errors.add(FieldError.pointer("/names/" + i + "/to", FieldCode.INVALID_PERIOD));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  private static void fill(Organization organization, OrganizationInput input) {
    organization.name = input.name();
    organization.group = input.group();
    organization.position = input.order();
    organization.aliases = orEmpty(input.aliases()).toArray(String[]::new);
    organization.eIds = orEmpty(input.eIds()).toArray(String[]::new);
    organization.names.clear();
    organization.names.addAll(orEmpty(input.names()));
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** An organization in a request. */
  public record OrganizationInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Pattern(regexp = "(?!file$)[a-z0-9][a-z0-9-]*")
          @Schema(
              description = "Mã, không đổi về sau; không là file · code, never changes; not: file",
              examples = "sgtvt")
          String code,
      @NotNull
          @Size(min = 1, max = 300)
          @Schema(description = "Tên đầy đủ hiện nay · full name of today")
          String name,
      @NotNull
          @Size(min = 1, max = 40)
          @Schema(description = "Mã nhóm · group code", examples = "PROVINCIAL")
          String group,
      @NotNull
          @Min(0)
          @Max(100_000)
          @Schema(description = "Thứ tự trong nhóm · protocol order in the group")
          Integer order,
      @Size(max = 20) @Schema(nullable = true, description = "Tên gọi khác · other names")
          List<@NotNull @Size(min = 1, max = 300) String> aliases,
      @Size(max = MAX_E_IDS)
          @Schema(nullable = true, description = "Mã định danh điện tử · electronic identifiers")
          @JsonProperty("eIds")
          List<@NotNull @Size(min = 1, max = 100) String> eIds,
      @Size(max = 20) @Schema(nullable = true, description = "Tên theo thời gian · names by time")
          List<@NotNull @Valid OrganizationName> names) {

    static final int MAX_E_IDS = 10;
  }
}
