package vn.sogopy.organization;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.organization.OrganizationService.OrganizationInput;
import vn.sogopy.organization.Successions.Body;
import vn.sogopy.platform.http.paging.Keyset;
import vn.sogopy.platform.http.paging.Keyset.Key;
import vn.sogopy.platform.http.paging.Keyset.Type;
import vn.sogopy.platform.http.paging.Page;
import vn.sogopy.platform.http.paging.PageRequest;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.VietnamTime;

/** Reads organizations in the order of the register: group, protocol order, code. */
@ApplicationScoped
public class OrganizationReader {
  private static final Keyset<Listed> ORDER =
      Keyset.ascending(
          new Key<>("g.position", Type.NUMBER, Listed::groupPosition),
          new Key<>("o.position", Type.NUMBER, listed -> listed.organization().position),
          new Key<>("o.code", Type.TEXT, listed -> listed.organization().code));

  @Inject OrganizationRepository organizations;
  @Inject OrganizationNames known;
  @Inject GroupRepository groups;
  @Inject SuccessionReader bodies;
  @Inject OrganizationNames names;
  @Inject EntityManager entities;

  /** The condition that a word is part of the code or of a name, without case and accents. */
  private static final String SAID =
      """
      and (locate(function('search_text' as String, ?), function('search_text' as String,
          o.code || ' ' || o.name || ' ' || function('array_to_string' as String, o.aliases, ' '))) > 0
        or exists (select 1 from Organization n join n.names x where n.id = o.id
          and locate(function('search_text' as String, ?), function('search_text' as String, x.name)) > 0))""";

  record Listed(Organization organization, int groupPosition) {}

  @Transactional
  public OrganizationView get(String code) {
    return organizations
        .byCode(code)
        .map(found -> OrganizationView.of(found, bodies.read()))
        .orElseThrow(ProblemException::notFound);
  }

  /** The current names of the codes that exist. */
  @Transactional
  public Map<String, String> names(Collection<String> codes) {
    return organizations
        .find("select o.code, o.name from Organization o where o.code in ?1", codes)
        .project(CodeAndName.class)
        .stream()
        .collect(Collectors.toMap(CodeAndName::code, CodeAndName::name));
  }

  /** The names in the order of the register. */
  @Transactional
  public List<String> namesInOrder() {
    return organizations.namesInOrder();
  }

  /** The code of the only organization of this code, name of any time or alias. */
  @Transactional
  public Optional<String> codeOf(String written) {
    return known.codes().apply(written);
  }

  record CodeAndName(String code, String name) {}

  /**
   * What a text names.
   *
   * @param code of the organization; null = unknown, or ambiguous
   * @param candidates those with this name, else those with the most similar names, by code
   */
  public record Named(String code, Map<String, String> candidates) {}

  /** Finds the only organization with this code, name of any time, or alias. */
  @Transactional
  public Named named(String written) {
    Set<OrganizationNames.Body> found =
        names.all().getOrDefault(OrganizationNames.key(written), Set.of());
    if (found.size() == 1) {
      return new Named(found.iterator().next().code(), Map.of());
    }
    List<String> near =
        found.isEmpty()
            ? names.similar(List.of(written)).getOrDefault(written, List.of())
            : found.stream().map(OrganizationNames.Body::code).toList();
    Map<String, String> known = names(near);
    Map<String, String> candidates = new LinkedHashMap<>();
    near.forEach(code -> candidates.put(code, known.get(code)));
    return new Named(null, candidates);
  }

  /**
   * A name to choose.
   *
   * @param now the names of those in the place of an ended organization; empty if it exists
   */
  public record Choice(String name, String now) {}

  /** All current names in the order of the register. */
  @Transactional
  public List<Choice> choices() {
    Successions ended = bodies.read();
    LocalDate today = VietnamTime.today();
    return organizations
        .find(
            "select o.id, o.code, o.name from Organization o"
                + " join OrganizationGroup g on g.code = o.group"
                + " order by g.position, o.position, o.code")
        .project(Body.class)
        .stream()
        .map(
            one ->
                new Choice(
                    one.name(),
                    ended.successors(one.id(), today).stream()
                        .map(Body::name)
                        .collect(Collectors.joining(", "))))
        .toList();
  }

  /**
   * @param q words that all occur in the code, a name of any time or an alias; null = any
   * @param on a day on which the organizations exist; null = any
   */
  @Transactional
  public Page<OrganizationView> list(
      String group, String q, LocalDate on, int limit, String cursor, boolean count) {
    Hql from =
        Hql.of("from Organization o join OrganizationGroup g on g.code = o.group where true");
    if (group != null) {
      requireGroup(group);
      from.add("and o.group = ?", group);
    }
    for (String word : q == null ? new String[0] : q.strip().split("\\s+")) {
      from.add(SAID, word, word);
    }
    if (on != null) {
      from.add("and (o.establishedOn is null or o.establishedOn <= ?)", on)
          .add("and (o.dissolvedOn is null or o.dissolvedOn > ?)", on);
    }
    String question = "organizations " + Arrays.asList(group, q, on);
    PageRequest request = new PageRequest(question, limit, cursor, count);
    Successions ended = bodies.read();
    return ORDER
        .page(entities, Listed.class, request, "select o, g.position", from)
        .map(listed -> OrganizationView.of(listed.organization(), ended));
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
      @Schema(nullable = true, description = "Ngày thành lập · first day of it")
          LocalDate establishedOn,
      @Schema(
              nullable = true,
              description =
                  "Kết thúc hoạt động từ ngày: ngày đầu tiên không còn cơ quan · ended: the first day without it")
          LocalDate dissolvedOn,
      @Schema(description = "Mã các cơ quan kế thừa · codes of those that follow it")
          List<String> successors,
      @Schema(
              nullable = true,
              description = "Căn cứ pháp lý của việc kết thúc · legal basis of its end")
          String dissolutionBasis,
      @Schema(
              description =
                  "Mã các cơ quan mà cơ quan này kế thừa trực tiếp · codes of those that name it as a successor")
          List<String> predecessors,
      int version) {

    static OrganizationView of(Organization organization, Successions bodies) {
      return new OrganizationView(
          organization.code,
          organization.name,
          organization.group,
          organization.position,
          List.of(organization.aliases),
          List.of(organization.eIds),
          List.copyOf(organization.names),
          organization.establishedOn,
          organization.dissolvedOn,
          codes(bodies.heirs(organization.id)),
          organization.dissolutionBasis,
          codes(bodies.forerunners(organization.id)),
          organization.version);
    }

    private static List<String> codes(List<Body> bodies) {
      return bodies.stream().map(Body::code).toList();
    }

    /** The input that PATCH is merged onto. */
    OrganizationInput toInput() {
      return new OrganizationInput(
          code,
          name,
          group,
          order,
          aliases,
          eIds,
          names,
          establishedOn,
          dissolvedOn,
          successors,
          dissolutionBasis);
    }
  }
}
