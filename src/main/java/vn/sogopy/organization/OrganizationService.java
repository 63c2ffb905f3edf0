package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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
import vn.sogopy.security.BodyLookup.BodiesChanged;
import vn.sogopy.security.Caller;

/** Creates and changes organizations, their names and their groups. */
@ApplicationScoped
public class OrganizationService {
  /** The step between the orders of organizations that were entered without an order. */
  private static final int STEP = 10;

  @Inject OrganizationRepository organizations;
  @Inject GroupRepository groups;
  @Inject SuccessionReader bodies;
  @Inject Event<BodiesChanged> changed;
  @Inject DataSource source;

  /**
   * @throws ProblemException 403 if the caller is for some plans and the organization ends
   */
  @Transactional
  public OrganizationView create(Caller caller, OrganizationInput input, boolean sample) {
    lockSuccessors(input.successors() != null);
    Set<UUID> successors = checkReferences(input);
    // A concurrent creation of the same organization waits here and then finds the first one.
    Sql.lockName(source, "organization " + input.code());
    if (organizations.byCode(input.code()).isPresent()) {
      throw new ProblemException(ProblemCode.ALREADY_EXISTS, input.code())
          .header("Location", OrganizationResource.PATH + "/" + input.code());
    }
    Organization organization = new Organization();
    organization.code = input.code();
    organization.sample = sample;
    fill(caller, organization, input, successors);
    organizations.persistAndFlush(organization);
    return done(organization, organization.dissolvedOn != null);
  }

  /**
   * The code is immutable, since letters, keys and other systems refer to it.
   *
   * @throws ProblemException 403 if the caller is for some plans and the end changes
   */
  @Transactional
  public OrganizationView patch(Caller caller, String code, MergePatch patch, IfMatch ifMatch) {
    lockSuccessors(patch.names().contains("successors"));
    Organization organization = organizations.lock(code).orElseThrow(ProblemException::notFound);
    OrganizationInput input =
        patch.on(
            OrganizationView.of(organization, bodies.read()).toInput(), OrganizationInput.class);
    if (!input.code().equals(code)) {
      throw ProblemException.invalid(FieldError.pointer("/code", FieldCode.NOT_SUPPORTED));
    }
    Set<UUID> successors = checkReferences(input);
    // The ETag of one with predecessors has a part after the version.
    ifMatch.checkBefore(organization.version);
    return change(caller, organization, input, successors);
  }

  /** Like {@link #patch}, with every field. */
  @Transactional
  OrganizationView replace(Caller caller, OrganizationInput input) {
    lockSuccessors(true);
    Organization organization =
        organizations.lock(input.code()).orElseThrow(ProblemException::notFound);
    return change(caller, organization, input, checkReferences(input));
  }

  private OrganizationView change(
      Caller caller, Organization organization, OrganizationInput input, Set<UUID> successors) {
    boolean ends = organization.dissolvedOn != null || input.dissolvedOn() != null;
    fill(caller, organization, input, successors);
    organizations.flush();
    return done(organization, ends);
  }

  /** Serialises the writers of successors: two of them could make a circle together. */
  private void lockSuccessors(boolean written) {
    if (written) {
      Sql.lockName(source, "organization successors");
    }
  }

  private OrganizationView done(Organization organization, boolean ends) {
    if (ends) {
      changed.fire(new BodiesChanged());
    }
    return OrganizationView.of(organization, bodies.read());
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

  /** A code made of the name, "so-giao-thong-van-tai"; null if nothing is left of it. */
  public static String codeOf(String name) {
    return OrganizationTable.codeOf(name);
  }

  /** The order after the last organization of the group. */
  @Transactional
  public int nextIn(String group) {
    return organizations.lastIn(group) + STEP;
  }

  /** The errors of what the input names, and of its periods. */
  List<FieldError> referenceErrors(OrganizationInput input) {
    List<FieldError> errors = new ArrayList<>();
    references(input, errors);
    return errors;
  }

  /** The ids of the successors. */
  private Set<UUID> checkReferences(OrganizationInput input) {
    List<FieldError> errors = new ArrayList<>();
    Set<UUID> successors = references(input, errors);
    ProblemException.requireNone(errors);
    return successors;
  }

  private Set<UUID> references(OrganizationInput input, List<FieldError> errors) {
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
    checkEnd(input, errors);
    return successors(input, errors);
  }

  private static void checkEnd(OrganizationInput input, List<FieldError> errors) {
    LocalDate end = input.dissolvedOn();
    boolean needed = input.dissolutionBasis() != null || !orEmpty(input.successors()).isEmpty();
    if (end == null && needed) {
      errors.add(FieldError.pointer("/dissolvedOn", FieldCode.REQUIRED));
    }
    if (end != null && input.establishedOn() != null && !input.establishedOn().isBefore(end)) {
      errors.add(FieldError.pointer("/dissolvedOn", FieldCode.INVALID_PERIOD));
    }
  }

  private Set<UUID> successors(OrganizationInput input, List<FieldError> errors) {
    List<String> codes = orEmpty(input.successors());
    Set<UUID> found = new LinkedHashSet<>();
    if (codes.isEmpty()) {
      return found;
    }
    Map<String, UUID> known = organizations.ids(codes);
    UUID own = organizations.id(input.code()).orElse(null);
    Successions stored = bodies.read();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      UUID id = known.get(code);
      String pointer = "/successors/" + i;
      if (code.equals(input.code())) {
        errors.add(FieldError.pointer(pointer, FieldCode.SUCCESSION_CIRCLE, input.name()));
      } else if (id != null && own != null && stored.leads(id, own)) {
        String name = organizations.findById(id).name;
        errors.add(FieldError.pointer(pointer, FieldCode.SUCCESSION_CIRCLE, name));
      } else if (id == null) {
        errors.add(FieldError.pointer(pointer, FieldCode.UNKNOWN_ORGANIZATION, code));
      } else if (!found.add(id)) {
        errors.add(FieldError.pointer(pointer, FieldCode.ALREADY_USED, code));
      }
    }
    return found;
  }

  private static void fill(
      Caller caller, Organization organization, OrganizationInput input, Set<UUID> successors) {
    boolean sameEnd =
        Objects.equals(organization.dissolvedOn, input.dissolvedOn())
            && Objects.equals(organization.dissolutionBasis, input.dissolutionBasis())
            && organization.successors.equals(successors);
    // The key of a successor has its rights in every plan.
    if (!sameEnd && caller.plans() != null) {
      throw new ProblemException(ProblemCode.ALL_PLANS_NEEDED);
    }
    organization.name = input.name();
    organization.group = input.group();
    organization.position = input.order();
    organization.aliases = orEmpty(input.aliases()).toArray(String[]::new);
    organization.eIds = orEmpty(input.eIds()).toArray(String[]::new);
    organization.names.clear();
    organization.names.addAll(orEmpty(input.names()));
    organization.establishedOn = input.establishedOn();
    organization.dissolvedOn = input.dissolvedOn();
    organization.dissolutionBasis = input.dissolutionBasis();
    organization.successors.retainAll(successors);
    organization.successors.addAll(successors);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  /** An organization in a request. */
  public record OrganizationInput(
      @NotNull
          @Size(min = 1, max = 63)
          @Pattern(regexp = "(?!(file|template)$)[a-z0-9][a-z0-9-]*", message = "sgtvt")
          @Schema(
              description =
                  "Mã, không đổi về sau; không là file, template · code, never changes; not: file, template",
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
          List<@NotNull @Valid OrganizationName> names,
      @Schema(nullable = true, description = "Ngày thành lập · first day of it")
          LocalDate establishedOn,
      @Schema(
              nullable = true,
              description =
                  "Kết thúc hoạt động từ ngày: ngày đầu tiên không còn cơ quan · ended: the first day without it",
              examples = "2025-07-01")
          LocalDate dissolvedOn,
      @Size(max = MAX_SUCCESSORS)
          @Schema(
              nullable = true,
              description =
                  "Mã các cơ quan kế thừa; cần có dissolvedOn; theo được nhiều đời, không vòng lại"
                      + " · codes of those that follow it; with dissolvedOn only; chains are followed, circles refused")
          List<@NotNull @Size(min = 1, max = 63) String> successors,
      @Size(min = 1, max = 1_000)
          @Schema(
              nullable = true,
              description = "Căn cứ pháp lý của việc kết thúc · legal basis of its end",
              examples = "Nghị quyết số 202/2025/QH15")
          String dissolutionBasis) {

    static final int MAX_E_IDS = 10;

    /** A district may become some twenty communes. */
    static final int MAX_SUCCESSORS = 200;
  }
}
