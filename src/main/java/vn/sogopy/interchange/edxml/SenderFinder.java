package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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

  private record Known(String code, List<String> eIds) {
    boolean has(String id, UnaryOperator<String> form) {
      return eIds.stream().map(form).anyMatch(form.apply(id)::equals);
    }
  }

  /** All organizations, read once for any number of messages. */
  final class Bodies {
    private final List<Known> identified =
        organizations.identified().stream()
            .map(one -> new Known(one.code(), List.of(one.eIds())))
            .toList();

    private final Map<String, Set<OrganizationNames.Body>> byName = names.all();

    private Bodies() {}

    /**
     * @param eId null = unknown
     * @param name null = unknown
     */
    Sender find(String eId, String name) {
      List<String> exact = having(eId, ElectronicId::normalize);
      if (exact.size() == 1) {
        return new Sender(exact.get(0), List.of());
      }
      Set<String> named = named(name);
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

    private List<String> having(String eId, UnaryOperator<String> form) {
      if (eId == null) {
        return List.of();
      }
      return identified.stream().filter(known -> known.has(eId, form)).map(Known::code).toList();
    }

    private Set<String> named(String name) {
      Set<String> codes = new LinkedHashSet<>();
      if (name != null) {
        byName
            .getOrDefault(OrganizationNames.key(name), Set.of())
            .forEach(body -> codes.add(body.code()));
      }
      return codes;
    }
  }

  Bodies bodies() {
    return new Bodies();
  }

  /** As {@link Bodies#find}, for one message. */
  Sender find(String eId, String name) {
    return bodies().find(eId, name);
  }
}
