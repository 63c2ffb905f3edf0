package vn.sogopy.security;

import java.util.List;
import java.util.Set;
import vn.sogopy.platform.http.idempotency.Idempotency;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Who is calling.
 *
 * @param name shown in history and as answeredBy
 * @param client scope of externalId and Idempotency-Key; shared by keys that replace each other
 * @param organization code of the organization a SUBMITTER is bound to; null for every other role
 * @param plans slugs of the only plans it may know of; null = all
 * @param credential what the caller showed, by a name that is no secret: {@code key:<id of the API
 *     key>}, {@code oidc:<subject>}; null where the service itself acts
 */
public record Caller(
    String name,
    String client,
    Role role,
    String organization,
    Set<String> plans,
    String credential)
    implements Idempotency.Sender {

  /** How the credential of whoever shows an API key begins. */
  public static final String KEY = "key:";

  /** How the client of whoever signed on begins, and no API key's. */
  public static final String OIDC = "oidc:";

  /** The service itself, or a caller of a test. */
  public Caller(String name, String client, Role role, String organization, Set<String> plans) {
    this(name, client, role, organization, plans, null);
  }

  /** The same caller, acting for what another client has sent. */
  public Caller withClient(String other) {
    return new Caller(name, other, role, organization, plans, credential);
  }

  public boolean isSubmitter() {
    return role == Role.SUBMITTER;
  }

  public boolean isCoordinator() {
    return role == Role.COORDINATOR;
  }

  /** Restricted comments are for their organization, CONSULTANT and COORDINATOR alone. */
  public boolean seesRestricted() {
    return role != Role.VIEWER && role != Role.ADMIN;
  }

  public boolean mayKnowPlan(String slug) {
    return plans == null || plans.contains(slug);
  }

  /**
   * Whether a key for these plans, null = all, is no more than the caller's own: nobody gives away
   * or stops what he does not have.
   */
  public boolean mayManageKeyFor(List<String> others) {
    return plans == null || (others != null && plans.containsAll(others));
  }

  /**
   * @throws ProblemException 404, for a plan outside the key's plans is not to be known of
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
