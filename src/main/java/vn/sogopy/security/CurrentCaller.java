package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  @Inject SecurityIdentity identity;

  public Caller get() {
    return identity.getAttribute(ATTRIBUTE);
  }

  public Act act() {
    return Act.now(get());
  }
}
