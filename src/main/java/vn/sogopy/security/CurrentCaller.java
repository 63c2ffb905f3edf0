package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.platform.http.idempotency.IdempotencyService;
import vn.sogopy.platform.http.problem.ProblemException;

/** The caller of the current request. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";
  static final String EXPIRES_ON = "sogopy.key-expires-on";
  private static final String EXPIRES_AT = "sogopy.expires-at";

  @Inject SecurityIdentity identity;

  private Caller signedIn;

  /**
   * The Quarkus identity of a caller.
   *
   * @param keyExpiresOn the last day of its key; null = none
   * @param tokenExpiresAt the expiry of its token; null = unknown, or no token
   */
  public static SecurityIdentity identity(
      Caller caller, LocalDate keyExpiresOn, Instant tokenExpiresAt) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRole(caller.role().name())
        .addAttribute(ATTRIBUTE, caller)
        .addAttribute(EXPIRES_ON, keyExpiresOn)
        .addAttribute(EXPIRES_AT, tokenExpiresAt)
        .build();
  }

  public Caller get() {
    Caller caller = signedIn == null ? of(identity) : signedIn;
    if (caller == null) {
      throw ProblemException.unauthenticated();
    }
    return caller;
  }

  /** Sets the person who signs in by this request. */
  public void signIn(Caller person) {
    signedIn = person;
  }

  @Produces
  IdempotencyService.Sender sender() {
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
