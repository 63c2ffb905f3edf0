package vn.sogopy.security.key;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.limit.FailedAttempts;

/**
 * Bounds the queries for keys that are not in the cache: a flood of unknown keys must not take the
 * database connections from others. A key that was good when it was last looked up is not bounded;
 * addresses with failed attempts share a smaller bound.
 */
@ApplicationScoped
class KeyLookups {
  private static final int MOST_WAITING = 1_000;
  private static final TypeLiteral<Uni<SecurityIdentity>> IDENTITY = new TypeLiteral<>() {};

  @Inject KeyCache cache;
  @Inject FailedAttempts failed;

  private final Guard unknown = guard(8);
  private final Guard suspect = guard(2);

  private static Guard guard(int atOnce) {
    return Guard.create().withBulkhead().limit(atOnce).queueSize(MOST_WAITING).done().build();
  }

  /** Fails with 429 where too many lookups wait already. */
  Uni<SecurityIdentity> inTurn(
      ApiKeyRequest request, byte[] hash, Supplier<Uni<SecurityIdentity>> lookup) {
    if (cache.knew(hash)) {
      return lookup.get();
    }
    RoutingContext context = HttpSecurityUtils.getRoutingContextAttribute(request);
    boolean tried = context != null && failed.isSuspect(context);
    Context caller = Vertx.currentContext();
    return (tried ? suspect : unknown)
        .get(() -> onContext(caller, lookup), IDENTITY)
        .onFailure(BulkheadException.class)
        .transform(
            full -> new ProblemException(ProblemCode.TOO_MANY_REQUESTS).header("Retry-After", "2"));
  }

  /** A lookup that has waited begins on the thread of the one that has ended. */
  private static Uni<SecurityIdentity> onContext(
      Context context, Supplier<Uni<SecurityIdentity>> lookup) {
    Uni<SecurityIdentity> begun = Uni.createFrom().deferred(lookup::get);
    return context == null
        ? begun
        : begun.runSubscriptionOn(task -> context.runOnContext(nothing -> task.run()));
  }
}
