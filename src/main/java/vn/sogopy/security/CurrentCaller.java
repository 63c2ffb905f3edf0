package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import vn.sogopy.http.ProblemException;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  /** The last day of the key that was shown; absent where it has none. */
  static final String EXPIRES_ON = "sogopy.key-expires-on";

  /** Where an identity says, as {@link Instant}, when the token ends that was shown for it. */
  public static final String EXPIRES_AT = "sogopy.expires-at";

  @Inject SecurityIdentity identity;

  public Caller get() {
    Caller caller = of(identity);
    if (caller == null) {
      throw ProblemException.unauthenticated();
    }
    return caller;
  }

  /** Whom an identity stands for; null = nobody. */
  public static Caller of(SecurityIdentity identity) {
    return identity.getAttribute(ATTRIBUTE);
  }

  /** The last day of the caller's key; null = none. */
  LocalDate keyExpiresOn() {
    return identity.getAttribute(EXPIRES_ON);
  }

  /** When the token that was shown ends; null = not told, as of an API key. */
  public Instant expiresAt() {
    return identity.getAttribute(EXPIRES_AT);
  }

  /** The identity of a caller, from which {@link #get} has it again. */
  public static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRole(caller.role().name())
        .addAttribute(ATTRIBUTE, caller)
        .build();
  }

  public Act act() {
    return Act.now(get());
  }
}
