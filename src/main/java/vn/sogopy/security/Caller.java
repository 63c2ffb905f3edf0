package vn.sogopy.security;

import java.util.List;
import java.util.Set;
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
 *     {@code oidc:<subject>}; null for the service itself
 */
public record Caller(
    String name,
    String client,
    Role role,
    String organization,
    Set<String> plans,
    String credential)
    implements IdempotencyService.Sender {

  /** Prefix of the credential of an API key. */
  public static final String KEY = "key:";

  /** Prefix of the client of an OIDC token. No API key has such a client. */
  public static final String OIDC = "oidc:";

  /** The service itself, or a caller in a test. */
  public Caller(String name, String client, Role role, String organization, Set<String> plans) {
    this(name, client, role, organization, plans, null);
  }

  /** The same caller on behalf of another client. */
  public Caller withClient(String other) {
    return new Caller(name, other, role, organization, plans, credential);
  }

  public boolean isSubmitter() {
    return role == Role.SUBMITTER;
  }

  public boolean isCoordinator() {
    return role == Role.COORDINATOR;
  }

  /** Restricted comments are visible to their organization, CONSULTANT and COORDINATOR only. */
  public boolean seesRestricted() {
    return role != Role.VIEWER && role != Role.ADMIN;
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
