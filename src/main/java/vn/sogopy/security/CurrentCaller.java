package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.sogopy.http.ProblemCode;
import vn.sogopy.http.ProblemException;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
  static final String ATTRIBUTE = "sogopy.caller";

  @Inject SecurityIdentity identity;

  public Caller get() {
    Caller caller = identity.getAttribute(ATTRIBUTE);
    if (caller == null) {
      throw new ProblemException(ProblemCode.UNAUTHENTICATED);
    }
    return caller;
  }

  public Act act() {
    return Act.now(get());
  }
}
