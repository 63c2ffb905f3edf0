package vn.sogopy.security;

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
 */
public record Caller(
    String name,
    String client,
    Role role,
    String organization,
    Set<String> plans,
    String credential,
    boolean seesRestricted)
    implements IdempotencyService.Sender {

  /** Prefix of the credential of an API key. */
  public static final String KEY = "key:";

  /** Prefix of the credential of a stored link. */
  private static final String LINK = "link:";

  /** Prefix of the client of an OIDC token. No API key has such a client. */
  public static final String OIDC = "oidc:";

  /** A caller with the usual view of its role. */
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
        role != Role.VIEWER && role != Role.ADMIN);
  }

  /** The service itself, or a caller in a test. */
  public Caller(String name, String client, Role role, String organization, Set<String> plans) {
    this(name, client, role, organization, plans, null);
  }

  /** The same caller on behalf of another client. */
  public Caller withClient(String other) {
    return new Caller(name, other, role, organization, plans, credential, seesRestricted);
  }

  /** The same caller, who sees restricted comments or does not. */
  public Caller seeingRestricted(boolean sees) {
    return new Caller(name, client, role, organization, plans, credential, sees);
  }

  /** The same caller by a link of its own, without restricted comments. */
  public Caller byLink(UUID link) {
    return new Caller(name, client, role, organization, plans, LINK + link, false);
  }

  public boolean isSubmitter() {
    return role == Role.SUBMITTER;
  }

  public boolean isCoordinator() {
    return role == Role.COORDINATOR;
  }

  public boolean mayKnowPlan(String slug) {
    return plans == null || plans.contains(slug);
  }

  /**
   * Whether the plans of a key (null = all) are within the caller's own. A caller can neither
   * create nor revoke a key with more plans.
   */
  public boolean mayManageKeyFor(List<String> others) {
    return plans == null || (others != null && plans.containsAll(others));
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
   * @throws ProblemException 403 when a SUBMITTER names another organization than its own
   */
  public void requireOrganization(String code) {
    if (organization != null && code != null && !organization.equals(code)) {
      throw new ProblemException(ProblemCode.FORBIDDEN);
    }
  }
}
