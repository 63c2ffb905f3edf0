package vn.sogopy.security.key;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;

/** What a key may be made from, judged by what is there already. Plain Java. */
final class KeyRules {
  /** The names of the service itself in histories. */
  private static final Set<String> RESERVED = Set.of("so-gop-y", "reminders", "sample");

  private final Set<String> organizations;
  private final Set<String> plans;
  private final Map<String, Set<String>> clients = new HashMap<>();
  private final LocalDate today;

  /**
   * @param organizations codes of those that are there
   * @param plans slugs of those that are there
   */
  KeyRules(Set<String> organizations, Set<String> plans, LocalDate today) {
    this.organizations = Set.copyOf(organizations);
    this.plans = Set.copyOf(plans);
    this.today = today;
  }

  /**
   * Notes a key of this client, one that is there or one that is about to be.
   *
   * @param organization code of what it is bound to; null = nothing
   */
  void taken(String client, String organization) {
    clients.computeIfAbsent(client, name -> new HashSet<>()).add(organization);
  }

  /** What is wrong with it; empty in the good case. */
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
    if (input.expiresOn() != null && input.expiresOn().isBefore(today)) {
      errors.add(FieldError.pointer("/expiresOn", FieldCode.IN_THE_PAST));
    }
    return errors;
  }

  /** Else its externalIds and replays would become another organization's. */
  private boolean mayBeOf(String client, String organization) {
    Set<String> owners = clients.getOrDefault(client, Set.of());
    Set<String> same = new HashSet<>();
    same.add(organization);
    return !RESERVED.contains(client)
        && !client.startsWith(Caller.OIDC)
        && same.containsAll(owners);
  }
}
