package vn.sogopy.security;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import vn.sogopy.http.ProblemException;
import vn.sogopy.http.ProblemWriter;

/** Lets nobody into the API without a valid key, before any other check: 401 comes first. */
@ApplicationScoped
public class AuthenticationGate {
  /** After Quarkus has prepared the identity (200), before it authorizes (100). */
  private static final int BETWEEN_AUTHENTICATION_AND_AUTHORIZATION = 150;

  @Inject ProblemWriter problems;
  @Inject KeyExpiry expiry;

  void register(@Observes Filters filters) {
    filters.register(this::check, BETWEEN_AUTHENTICATION_AND_AUTHORIZATION);
  }

  private void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.indexOf(';') >= 0) {
      // The framework would cut matrix parameters off and so see another path than this gate.
      problems.write(context, ProblemException.notFound());
      return;
    }
    // Whatever is not known to be open is closed: health, the contract and its UI lie below /q.
    if (path.startsWith("/q/")) {
      context.next();
      return;
    }
    // A body that arrives while the key is looked up must wait.
    context.request().pause();
    QuarkusHttpUser.getSecurityIdentity(context, null)
        .subscribe()
        .with(
            identity -> {
              context.request().resume();
              if (identity.isAnonymous()) {
                problems.write(context, ProblemException.unauthenticated());
              } else {
                expiry.warn(identity.getAttribute(CurrentCaller.EXPIRES_ON), context.response());
                context.next();
              }
            },
            failure -> {
              context.request().resume();
              problems.writeFailureOf(context, failure);
            });
  }
}
