package vn.sogopy.organization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
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
  @Inject EntityManager entities;
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
    entities.flush();
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
    entities.flush();
  }

  private void checkReferences(OrganizationInput input) {
    List<FieldError> errors = new ArrayList<>();
    if (groups.findById(input.group()) == null) {
      errors.add(FieldError.pointer("/group", FieldCode.UNKNOWN_GROUP, input.group()));
    }
    List<OrganizationInput.Name> names = orEmpty(input.names());
    for (int i = 0; i < names.size(); i++) {
      OrganizationInput.Name name = names.get(i);
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
    for (OrganizationInput.Name given : orEmpty(input.names())) {
      OrganizationName name = new OrganizationName();
      name.name = given.name();
      name.from = given.from();
      name.to = given.to();
      organization.names.add(name);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
