package vn.sogopy.security.oidc;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.runtime.OidcEndpointAccessException;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.VertxException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Whether the OpenID provider is reachable. Its keys are read periodically, for two reasons.
 * Quarkus reads them again only for an unknown key, so a withdrawn key would stay valid. And a
 * provider that was down at startup is found without a restart.
 */
@ApplicationScoped
public class Provider {
  private static final Logger LOG = Logger.getLogger(Provider.class);

  /**
   * As quarkus.oidc.token.forced-jwk-refresh-interval, the minimum time between two reads of
   * Quarkus.
   */
  private static final Duration RETRY_INTERVAL = Duration.ofSeconds(10);

  @Inject TenantConfigBean tenants;
  @Inject SignOn signOn;

  private volatile boolean reachable = true;
  private volatile long failedAt = System.nanoTime() - RETRY_INTERVAL.toNanos();

  /** Whether its keys are loaded, so that tokens can be verified. */
  boolean ready() {
    return tenants.getDefaultTenant().ready();
  }

  /** Whether it has answered at the last attempt, too. */
  boolean answers() {
    return ready() && reachable;
  }

  /**
   * Whether a token could not be verified because its key is unknown and the provider is
   * unreachable.
   */
  boolean wasUnreachable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnresolvableKeyException) {
        return !reachable;
      }
      if (ofTheNetwork(cause)) {
        lost(cause);
        return true;
      }
    }
    return false;
  }

  @Scheduled(
      every = "{sogopy.oidc.keys-every}",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> ask() {
    // Within this interval Quarkus skips the read and reports no failure, which proves nothing.
    boolean justFailed = System.nanoTime() - failedAt < RETRY_INTERVAL.toNanos();
    if (!signOn.wanted() || (ready() && justFailed)) {
      return Uni.createFrom().voidItem();
    }
    TenantConfigContext tenant = tenants.getDefaultTenant();
    Uni<?> answer = tenant.ready() ? keys(tenant) : tenant.initialize();
    return answer
        .onItem()
        .invoke(this::found)
        .onFailure()
        .invoke(this::lost)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /**
   * The verification of a token is the only trigger for a read of the keys; here there is no token.
   */
  private static Uni<?> keys(TenantConfigContext tenant) {
    return tenant
        .provider()
        .refreshJwksAndVerifyJwtToken("", false, false, null)
        .onFailure(InvalidJwtException.class)
        .recoverWithNull();
  }

  private void found() {
    if (!reachable) {
      LOG.info("the OpenID provider answers again");
    }
    reachable = true;
  }

  private void lost(Throwable why) {
    failedAt = System.nanoTime();
    if (reachable) {
      LOG.warnf("the OpenID provider cannot be asked: %s", why.getMessage());
    }
    reachable = false;
  }

  /** Whether a sign-in failed because the provider did not answer. */
  static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isNoAnswer(cause)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNoAnswer(Throwable cause) {
    return cause instanceof IOException
        || cause instanceof TimeoutException
        || cause instanceof io.smallrye.mutiny.TimeoutException
        || cause instanceof VertxException;
  }

  private static boolean ofTheNetwork(Throwable cause) {
    return isNoAnswer(cause)
        || cause instanceof OIDCException
        || cause instanceof OidcEndpointAccessException;
  }
}
