package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import vn.sogopy.http.ProblemException;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  /** The last day of the key that was shown; absent where it has none. */
  static final String EXPIRES_ON = "sogopy.key-expires-on";

  @Inject SecurityIdentity identity;

  public Caller get() {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw ProblemException.unauthenticated();
    }
    return caller;
  }

  /** The last day of the caller's key; null = none. */
  LocalDate keyExpiresOn() {
    return identity.getAttribute(EXPIRES_ON);
  }

  public Act act() {
    return Act.now(get());
  }
}
