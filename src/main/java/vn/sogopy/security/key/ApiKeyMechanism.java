package vn.sogopy.security.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.ApiKeyRepository.KnownKey;
import vn.sogopy.security.limit.FailedAttempts;
import vn.sogopy.security.limit.TaskQueue;

/**
 * Finds the caller of an API key in {@code Authorization: Bearer} or {@code X-API-Key}. The lookup
 * is in a cache first.
 *
 * <p>Each unknown key costs a query. During a flood of unknown keys the connections must stay
 * available to others. So a recently valid key has precedence. Other lookups are limited to a few
 * at a time, with a separate and lower limit for addresses with many failed attempts.
 */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "bearer ";
  private static final int MAX_WAITING = 1_000;

  @Inject KeyCache cache;
  @Inject FailedAttempts failed;
  @Inject KeyUse use;
  @Inject BlockingSecurityExecutor blocking;

  private final TaskQueue unknown = new TaskQueue(8, MAX_WAITING);
  private final TaskQueue suspect = new TaskQueue(2, MAX_WAITING);

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    HttpServerRequest request = context.request();
    String authorization = request.getHeader("Authorization");
    String direct = request.getHeader("X-API-Key");
    if (authorization == null && direct == null) {
      return Uni.createFrom().nullItem();
    }
    String bearer = bearer(authorization);
    if ((authorization != null && bearer == null)
        || (bearer != null && direct != null && !bearer.equals(direct))) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return bearer != null
        ? find(context, bearer, "Authorization")
        : find(context, direct, "X-API-Key");
  }

  /**
   * The credential in an Authorization header of the Bearer scheme (RFC 6750), a key or a token;
   * null if there is none, or for another scheme.
   */
  public static String bearer(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).trim()
        : null;
  }

  /**
   * @param header that contained the key
   */
  private Uni<SecurityIdentity> find(RoutingContext context, String key, String header) {
    if (key.isEmpty() || key.length() > 512) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    if (!KeySecret.plausible(key)) {
      return Uni.createFrom().failure(mistyped(header));
    }
    byte[] hash = KeySecret.hash(key);
    KnownKey known = cache.get(hash);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    if (cache.isUnknown(hash)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    Uni<SecurityIdentity> lookup =
        blocking.executeBlocking(
            () -> identity(cache.load(hash).orElseThrow(AuthenticationFailedException::new)));
    if (cache.wasRecognized(hash)) {
      return lookup;
    }
    return (failed.isSuspect(context) ? suspect : unknown).take(() -> lookup);
  }

  /**
   * A separate error, which helps after a copying mistake. It reveals nothing, since anybody can
   * compute a CRC-32.
   */
  private static AuthenticationFailedException mistyped(String header) {
    return new AuthenticationFailedException(
        ProblemException.unauthenticated().at(FieldError.header(header, FieldCode.CHECKSUM)));
  }

  private SecurityIdentity identity(KnownKey key) {
    use.note(key.id(), Instant.now());
    return CurrentCaller.identity(key.caller(), key.expiresOn(), null);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }
}
