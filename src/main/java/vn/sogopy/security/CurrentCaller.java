package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.sogopy.http.ProblemException;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  @Inject SecurityIdentity identity;

  /** Who a credential was found to stand for, in the form in which Quarkus passes it on. */
  public static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRole(caller.role().name())
        .addAttribute(ATTRIBUTE, caller)
        .build();
  }

  public Caller get() {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw ProblemException.unauthenticated();
    }
    return caller;
  }

  public Act act() {
    return Act.now(get());
  }
}
