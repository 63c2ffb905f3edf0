package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.organization.OrganizationNames;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.platform.text.Text;

/**
 * Finds the organization that sent a message. A letter of a wrong organization is worse than a
 * parked one. So the identifier must match, in either form if the two are equivalent ({@link
 * ElectronicId#normalize}). If only the numbers correspond, as in {@code 000.00.05.H03} and {@code
 * H03.05}, the name must match too.
 */
@ApplicationScoped
class SenderFinder {
  private static final int MAX_CANDIDATES = 5;

  @Inject OrganizationNames names;
  @Inject OrganizationRepository organizations;

  /**
   * @param code of the organization; null = unknown
   * @param candidates codes of possible organizations, likeliest first; empty if it is known
   */
  record Sender(String code, List<String> candidates) {}

  /** All organizations, read once for any number of messages. */
  final class Organizations {
    private final List<OrganizationRepository.Identified> identified = organizations.identified();
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
      if (candidates.size() < MAX_CANDIDATES && name != null) {
        candidates.addAll(names.similar(List.of(name)).getOrDefault(name, List.of()));
      }
      return new Sender(null, candidates.stream().limit(MAX_CANDIDATES).toList());
    }

    /** Codes of the organizations with this identifier in this form. */
    private List<String> having(String eId, UnaryOperator<String> form) {
      if (eId == null) {
        return List.of();
      }
      return identified.stream()
          .filter(known -> Stream.of(known.eIds()).map(form).anyMatch(form.apply(eId)::equals))
          .map(OrganizationRepository.Identified::code)
          .toList();
    }
  }

  Organizations organizations() {
    return new Organizations();
  }

  /**
   * The electronic identifier of an organization, which has two forms: {@code 000.00.05.H03} (Thông
   * tư 10/2016/TT-BTTTT, QCVN 102:2016), smallest unit first, and {@code H03.05} (Quyết định
   * 20/2020/QĐ-TTg), largest first.
   *
   * <p>At the top level, such as {@code 000.00.00.H03} and {@code H03}, the two denote the same
   * organization: the later list kept the letters and numbers of the earlier one. Below it each
   * province assigned its numbers anew; many kept the old ones, others did not. There the number
   * alone is not sufficient.
   */
  static final class ElectronicId {
    private static final Pattern FIRST_FORM =
        Pattern.compile("([0-9]{3})\\.([0-9]{2})\\.([0-9]{2})\\.([A-Z][0-9]{2})");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}" + Text.INVISIBLE + "]+");

    private ElectronicId() {}

    /** Two identifiers with the same normal form denote the same organization. */
    static String normalize(String written) {
      String id = BLANKS.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
      Matcher first = FIRST_FORM.matcher(id);
      boolean top = first.matches() && id.startsWith("000.00.00.");
      return top ? first.group(4) : id;
    }

    /**
     * The second form, number for number. It can denote the same organization if the names agree.
     */
    static String position(String written) {
      String id = normalize(written);
      Matcher first = FIRST_FORM.matcher(id);
      if (!first.matches()) {
        return id;
      }
      StringBuilder largestFirst = new StringBuilder(first.group(4));
      for (int level = 3; level >= 1 && Integer.parseInt(first.group(level)) > 0; level--) {
        largestFirst.append('.').append(first.group(level));
      }
      return largestFirst.toString();
    }
  }
}
