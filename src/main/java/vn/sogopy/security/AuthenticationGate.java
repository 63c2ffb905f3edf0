package vn.sogopy.security;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.function.BiConsumer;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;
import vn.sogopy.security.key.KeyExpiry;
import vn.sogopy.security.limit.ClientLimits;
import vn.sogopy.security.limit.FailedAttempts;
import vn.sogopy.security.session.DeskPaths;
import vn.sogopy.security.session.SignInPage;

/** Refuses API requests without valid credentials, before any other check: 401 has precedence. */
@ApplicationScoped
public class AuthenticationGate {
  /** After Quarkus has prepared the identity (200), before it authorizes (100). */
  private static final int BETWEEN_AUTHENTICATION_AND_AUTHORIZATION = 150;

  /** Metrics contain the operations and the load of the host. Only the operator may read them. */
  private static final String METRICS = "/q/metrics";

  private static final BiConsumer<RoutingContext, Throwable> NOBODY = (context, failure) -> {};

  @Inject ProblemWriter problems;
  @Inject ClientLimits clients;
  @Inject FailedAttempts failed;
  @Inject KeyExpiry expiry;
  @Inject SignInPage signIn;

  void register(@Observes Filters filters) {
    filters.register(this::check, BETWEEN_AUTHENTICATION_AND_AUTHORIZATION);
  }

  private void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.indexOf(';') >= 0) {
      // The framework would cut off matrix parameters and so see another path than this gate.
      problems.write(context, ProblemException.notFound());
      return;
    }
    // Paths under /q are closed by default. Health, OpenAPI and its UI are open. Whoever signs in
    // by an account is not whom a cookie or key of this service names: the page asks the provider.
    if ((path.startsWith("/q/") && !path.startsWith(METRICS)) || path.equals(DeskPaths.ACCOUNT)) {
      context.next();
      return;
    }
    // The request body must not be read before the key lookup ends.
    context.request().pause();
    // The framework would otherwise answer an authentication failure itself.
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NOBODY);
    QuarkusHttpUser.getSecurityIdentity(context, null)
        .subscribe()
        .with(
            identity -> {
              context.request().resume();
              if (identity.isAnonymous()) {
                refuse(context);
              } else {
                expiry.warn(identity.getAttribute(CurrentCaller.EXPIRES_ON), context.response());
                admit(context, identity);
              }
            },
            failure -> {
              context.request().resume();
              ProblemException problem = ProblemWriter.problemOf(context, failure);
              if (problem.code().status() == 401) {
                failed.refuse(context, problem);
              } else {
                problems.write(context, problem);
              }
            });
  }

  private void refuse(RoutingContext context) {
    String path = context.normalizedPath();
    if (DeskPaths.isPublic(path)) {
      context.next();
    } else if (DeskPaths.isDesk(path)) {
      signIn.ask(context);
    } else {
      failed.refuse(context, ProblemException.unauthenticated());
    }
  }

  /** Before any other check, and before the request body is read. */
  private void admit(RoutingContext context, SecurityIdentity identity) {
    Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
    try {
      if (caller != null) {
        // Whoever has a stored link must not use up the requests of its maker.
        String client =
            caller.isByLink()
                ? caller.credential()
                : caller.client() + "\n" + caller.organization();
        clients.admit(client, context);
      }
      if (context.normalizedPath().startsWith(METRICS) && !identity.hasRole(Role.Names.ADMIN)) {
        throw new ProblemException(ProblemCode.FORBIDDEN);
      }
    } catch (ProblemException refusal) {
      problems.write(context, refusal);
      return;
    }
    context.next();
  }
}
