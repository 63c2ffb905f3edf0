package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.sogopy.consultation.consultee.OrganizationNames;
import vn.sogopy.organization.OrganizationRepository;

/**
 * Finds the organization that sent a message. A letter of a wrong organization is worse than a
 * parked one. So the identifier must match, in either form if the two are equivalent ({@link
 * ElectronicId#normalize}). If only the numbers correspond, as in {@code 000.00.05.H03} and {@code
 * H03.05}, the name must match too.
 */
@ApplicationScoped
class SenderFinder {
  private static final int MOST_CANDIDATES = 5;

  @Inject OrganizationNames names;
  @Inject OrganizationRepository organizations;

  /**
   * @param code of the organization; null = unknown
   * @param candidates codes of possible organizations, likeliest first; empty if it is known
   */
  record Sender(String code, List<String> candidates) {}

  /** All organizations, read once for any number of messages. */
  final class Organizations {
    private final List<OrganizationRepository.Known> identified = organizations.identified();
    private final Map<String, Set<OrganizationNames.Body>> byName = names.all();

    /**
     * @param eId null = unknown
     * @param name null = unknown
     */
    Sender find(String eId, String name) {
      List<String> exact = having(eId, ElectronicId::normalize);
      if (exact.size() == 1) {
        return new Sender(exact.get(0), List.of());
      }
      Set<String> named = new LinkedHashSet<>();
      if (name != null) {
        byName
            .getOrDefault(OrganizationNames.key(name), Set.of())
            .forEach(body -> named.add(body.code()));
      }
      List<String> alike = having(eId, ElectronicId::position);
      if (exact.isEmpty() && alike.size() == 1 && named.equals(Set.copyOf(alike))) {
        return new Sender(alike.get(0), List.of());
      }
      Set<String> candidates = new LinkedHashSet<>(exact);
      candidates.addAll(named);
      candidates.addAll(alike);
      if (candidates.size() < MOST_CANDIDATES && name != null) {
        candidates.addAll(names.similar(List.of(name)).getOrDefault(name, List.of()));
      }
      return new Sender(null, candidates.stream().limit(MOST_CANDIDATES).toList());
    }

    /** Codes of the organizations with this identifier in this form. */
    private List<String> having(String eId, UnaryOperator<String> form) {
      if (eId == null) {
        return List.of();
      }
      return identified.stream()
          .filter(known -> Stream.of(known.eIds()).map(form).anyMatch(form.apply(eId)::equals))
          .map(OrganizationRepository.Known::code)
          .toList();
    }
  }

  Organizations organizations() {
    return new Organizations();
  }
}
