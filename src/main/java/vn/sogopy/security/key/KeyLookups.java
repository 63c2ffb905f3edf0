package vn.sogopy.security.key;

import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import vn.sogopy.security.limit.FailedAttempts;
import vn.sogopy.security.limit.Turns;

/**
 * Who asks the database for a key. Each key that nobody knows costs a query: a flood of them must
 * not take the connections from others. A key that was good a moment ago goes first; those from an
 * address that has tried many wait for each other.
 */
@ApplicationScoped
class KeyLookups {
  private static final int MOST_WAITING = 1_000;

  @Inject KeyCache cache;
  @Inject FailedAttempts failed;

  private final Turns unknown = new Turns(8, MOST_WAITING);
  private final Turns suspect = new Turns(2, MOST_WAITING);

  /**
   * @throws vn.sogopy.platform.http.problem.ProblemException 429, when subscribed to, if too many
   *     ask
   */
  <T> Uni<T> inTurn(ApiKeyRequest request, byte[] hash, Supplier<Uni<T>> lookup) {
    if (cache.knew(hash)) {
      return lookup.get();
    }
    RoutingContext context = HttpSecurityUtils.getRoutingContextAttribute(request);
    boolean tried = context != null && failed.isSuspect(context);
    return (tried ? suspect : unknown).take(lookup);
  }
}
