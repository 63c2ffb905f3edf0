package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.sogopy.http.ProblemException;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

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

  public Act act() {
    return Act.now(get());
  }
}
