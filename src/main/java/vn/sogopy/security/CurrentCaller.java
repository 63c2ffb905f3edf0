package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.platform.http.idempotency.Idempotency;
import vn.sogopy.platform.http.problem.ProblemException;

/** The caller of the current request. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  /** The last day of the key; absent if it has none. */
  public static final String EXPIRES_ON = "sogopy.key-expires-on";

  /** The expiry of the token; absent if there is none. */
  private static final String EXPIRES_AT = "sogopy.expires-at";

  @Inject SecurityIdentity identity;

  /** The Quarkus identity of a caller. */
  public static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRole(caller.role().name())
        .addAttribute(ATTRIBUTE, caller)
        .build();
  }

  /**
   * The identity of the bearer of a token.
   *
   * @param end expiry of the token; null = unknown
   */
  public static SecurityIdentity identity(Caller caller, Instant end) {
    return end == null
        ? identity(caller)
        : QuarkusSecurityIdentity.builder(identity(caller)).addAttribute(EXPIRES_AT, end).build();
  }

  public Caller get() {
    Caller caller = of(identity);
    if (caller == null) {
      throw ProblemException.unauthenticated();
    }
    return caller;
  }

  @Produces
  Idempotency.Sender sender() {
    return get();
  }

  /** The caller of an identity; null = anonymous. */
  public static Caller of(SecurityIdentity identity) {
    return identity.getAttribute(ATTRIBUTE);
  }

  /** The last day of the caller's key; null = none. */
  LocalDate keyExpiresOn() {
    return identity.getAttribute(EXPIRES_ON);
  }

  /** The expiry of the token; null = unknown, or an API key. */
  public Instant expiresAt() {
    return identity.getAttribute(EXPIRES_AT);
  }

  public Actor actor() {
    return Actor.now(get());
  }
}
