package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** The rules for new keys, given the existing ones. Has no dependencies on the framework. */
final class KeyRules {
  /** Names of the service itself in histories. */
  private static final Set<String> RESERVED = Set.of("so-gop-y", "reminders", "sample");

  private final Set<String> organizations;
  private final Set<String> plans;
  private final Map<String, Set<String>> clients = new HashMap<>();
  private final Map<String, Set<String>> predecessors = new HashMap<>();
  private final LocalDate today;

  /**
   * @param organizations existing codes
   * @param plans existing slugs
   */
  KeyRules(Set<String> organizations, Set<String> plans, LocalDate today) {
    this.organizations = Set.copyOf(organizations);
    this.plans = Set.copyOf(plans);
    this.today = today;
  }

  /**
   * Adds an existing or a new key of this client.
   *
   * @param organization code of its organization; null = none
   */
  void taken(String client, String organization) {
    clients.computeIfAbsent(client, name -> new HashSet<>()).add(organization);
  }

  /** Adds the codes of the ended organizations that an organization follows. */
  void follows(String organization, Set<String> codes) {
    predecessors.put(organization, codes);
  }

  /** The errors of the properties; empty if valid. */
  List<FieldError> check(ApiKeyInput input) {
    List<FieldError> errors = new ArrayList<>();
    if (input.client() != null && !mayBeOf(input.client(), input.organization())) {
      errors.add(FieldError.pointer("/client", FieldCode.ALREADY_USED, input.client()));
    }
    boolean bound = input.role() == Role.SUBMITTER;
    if (bound && input.organization() == null) {
      errors.add(FieldError.pointer("/organization", FieldCode.REQUIRED));
    } else if (!bound && input.organization() != null) {
      errors.add(FieldError.pointer("/organization", FieldCode.NOT_SUPPORTED));
    } else if (bound && !organizations.contains(input.organization())) {
      errors.add(
          FieldError.pointer(
              "/organization", FieldCode.UNKNOWN_ORGANIZATION, input.organization()));
    }
    List<String> wanted = input.plans() == null ? List.of() : input.plans();
    for (int i = 0; i < wanted.size(); i++) {
      if (!plans.contains(wanted.get(i))) {
        errors.add(FieldError.pointer("/plans/" + i, FieldCode.UNKNOWN_PLAN, wanted.get(i)));
      }
    }
    if (input.person() && input.client() != null) {
      errors.add(FieldError.pointer("/client", FieldCode.NOT_SUPPORTED));
    }
    if (input.email() != null && !input.person()) {
      errors.add(FieldError.pointer("/email", FieldCode.NOT_SUPPORTED));
    }
    if (input.readsRestricted() && input.role() != Role.VIEWER) {
      errors.add(FieldError.pointer("/readsRestricted", FieldCode.NOT_SUPPORTED));
    }
    if (input.expiresOn() != null && input.expiresOn().isBefore(today)) {
      errors.add(FieldError.pointer("/expiresOn", FieldCode.IN_THE_PAST));
    }
    return errors;
  }

  /**
   * Otherwise another organization would get its externalIds and idempotent responses. A successor
   * takes over the client of an ended organization.
   */
  private boolean mayBeOf(String client, String organization) {
    Set<String> before = predecessors.getOrDefault(organization, Set.of());
    return !RESERVED.contains(client)
        && !client.startsWith(Caller.OIDC)
        && clients.getOrDefault(client, Set.of()).stream()
            .allMatch(
                owner ->
                    Objects.equals(owner, organization)
                        || (owner != null && before.contains(owner)));
  }
}
