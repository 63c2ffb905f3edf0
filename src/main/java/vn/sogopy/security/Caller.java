package vn.sogopy.security;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * The authenticated caller.
 *
 * @param name shown in history and as answeredBy
 * @param client scope of externalId and Idempotency-Key; shared by keys that replace each other
 * @param organization code of the organization of a SUBMITTER; null for every other role
 * @param plans slugs of the permitted plans; null = all
 * @param credential identifier of the credential, not secret: {@code key:<id of the API key>},
 *     {@code oidc:<subject>}, {@code link:<id>}; null for the service itself
 * @param seesRestricted whether restricted comments are visible: to their organization, CONSULTANT,
 *     COORDINATOR, and a VIEWER that was given this right
 * @param body the organization in time
 */
public record Caller(
    String name,
    String client,
    Role role,
    String organization,
    Set<String> plans,
    String credential,
    boolean seesRestricted,
    @JsonIgnore Body body)
    implements IdempotencyService.Sender {

  /** Prefix of the credential of an API key. */
  public static final String KEY = "key:";

  /** Prefix of the credential of a stored link. */
  private static final String LINK = "link:";

  /** Prefix of the client of an OIDC token. No API key has such a client. */
  public static final String OIDC = "oidc:";

  /** The roles of the people to whom a COORDINATOR gives codes. */
  public static final Set<Role> CODE_ROLES = Set.of(Role.SUBMITTER, Role.CONSULTANT, Role.VIEWER);

  public Caller {
    body = body == null ? Body.ALONE : body;
  }

  /** A caller with the usual view of its role, whose organization has no predecessor. */
  public Caller(
      String name,
      String client,
      Role role,
      String organization,
      Set<String> plans,
      String credential) {
    this(
        name,
        client,
        role,
        organization,
        plans,
        credential,
        role != Role.VIEWER && role != Role.ADMIN,
        Body.ALONE);
  }

  /** The service itself, or a caller in a test. */
  public Caller(String name, String client, Role role, String organization, Set<String> plans) {
    this(name, client, role, organization, plans, null);
  }

  /**
   * The organization of a SUBMITTER in time.
   *
   * @param dissolvedOn the first day without it; null = it exists
   * @param predecessors codes of the ended organizations that it follows, also through others
   * @param formerClients the clients of their keys
   */
  public record Body(LocalDate dissolvedOn, Set<String> predecessors, Set<String> formerClients) {
    static final Body ALONE = new Body(null, Set.of(), Set.of());

    /** Whether it does not exist on this day any more. */
    public boolean isEnded(LocalDate day) {
      return dissolvedOn != null && !day.isBefore(dissolvedOn);
    }
  }

  /** The same caller on behalf of another client. */
  public Caller withClient(String other) {
    return new Caller(name, other, role, organization, plans, credential, seesRestricted, body);
  }

  /** The same caller, with what is known of its organization. */
  public Caller with(Body known) {
    return new Caller(name, client, role, organization, plans, credential, seesRestricted, known);
  }

  /** The same caller, who sees restricted comments or does not. */
  public Caller seeingRestricted(boolean sees) {
    return new Caller(name, client, role, organization, plans, credential, sees, body);
  }

  /** The same caller by a link of its own, without restricted comments. */
  public Caller byLink(UUID link) {
    return new Caller(name, client, role, organization, plans, LINK + link, false, body);
  }

  /** Whether a stored link was opened. */
  public boolean isByLink() {
    return credential != null && credential.startsWith(LINK);
  }

  public boolean isSubmitter() {
    return role == Role.SUBMITTER;
  }

  public boolean isCoordinator() {
    return role == Role.COORDINATOR;
  }

  /** The organization of a SUBMITTER and those that it follows: what they sent is its own. */
  public Set<String> organizations() {
    return with(body.predecessors(), organization);
  }

  /** The clients whose externalIds a SUBMITTER can use. */
  public Set<String> clients() {
    Set<String> all = with(body.formerClients(), client);
    if (client.startsWith(OIDC) && !body.predecessors().isEmpty()) {
      // The scope of a token ends with its organization.
      String shared = client.substring(0, client.length() - organization.length());
      body.predecessors().forEach(code -> all.add(shared + code));
    }
    return all;
  }

  private static Set<String> with(Set<String> some, String own) {
    Set<String> all = new HashSet<>(some);
    all.add(own);
    return all;
  }

  /** Whether what this organization sent is the caller's own. */
  public boolean represents(String code) {
    return code != null && (code.equals(organization) || body.predecessors().contains(code));
  }

  public boolean mayKnowPlan(String slug) {
    return plans == null || plans.contains(slug);
  }

  /**
   * Whether the caller may make, see, replace and stop such a key: an ADMIN any key, a COORDINATOR
   * the codes of people with one of {@link #CODE_ROLES}. The plans of the key (null = all) must be
   * within the caller's own.
   */
  public boolean mayManageKey(Role other, boolean person, List<String> others) {
    return (role == Role.ADMIN || (isCoordinator() && person && CODE_ROLES.contains(other)))
        && (plans == null || (others != null && plans.containsAll(others)));
  }

  /**
   * @throws ProblemException 404, which hides a plan that the key does not cover
   */
  public void requirePlan(String slug) {
    if (!mayKnowPlan(slug)) {
      throw ProblemException.notFound();
    }
  }

  /**
   * @throws ProblemException 403 when a SUBMITTER names another organization than its own and its
   *     predecessors
   */
  public void requireRepresented(String code) {
    if (!represents(code)) {
      requireOrganization(code);
    }
  }

  /**
   * @throws ProblemException 403 when a SUBMITTER names another organization than its own
   */
  public void requireOrganization(String code) {
    if (organization != null && code != null && !organization.equals(code)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
