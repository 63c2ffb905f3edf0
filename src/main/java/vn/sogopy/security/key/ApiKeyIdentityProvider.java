package vn.sogopy.security.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.Supplier;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.ApiKeyMechanism.ApiKeyRequest;
import vn.sogopy.security.key.ApiKeyReader.KnownKey;
import vn.sogopy.security.limit.FailedAttempts;
import vn.sogopy.security.limit.Turns;

/**
 * Finds the caller of an API key. The lookup is in a cache first.
 *
 * <p>Each unknown key costs a query. During a flood of unknown keys the connections must stay
 * available to others. So a recently valid key has precedence. Other lookups are limited to a few
 * at a time, with a separate and lower limit for addresses with many failed attempts.
 */
@ApplicationScoped
public class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {
  private static final int MOST_WAITING = 1_000;

  @Inject KeyCache cache;
  @Inject FailedAttempts failed;
  @Inject KeyUse use;

  private final Turns unknown = new Turns(8, MOST_WAITING);
  private final Turns suspect = new Turns(2, MOST_WAITING);

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    String key = request.key;
    if (key.isEmpty() || key.length() > 512) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    if (!KeySecret.plausible(key)) {
      return Uni.createFrom().failure(mistyped(request.header));
    }
    byte[] hash = KeySecret.hash(key);
    KnownKey known = cache.get(hash);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    if (cache.isUnknown(hash)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    Supplier<Uni<SecurityIdentity>> lookup =
        () ->
            context.runBlocking(
                () -> identity(cache.load(hash).orElseThrow(AuthenticationFailedException::new)));
    return cache.knew(hash) ? lookup.get() : turns(request).take(lookup);
  }

  private Turns turns(ApiKeyRequest request) {
    RoutingContext sent = HttpSecurityUtils.getRoutingContextAttribute(request);
    return sent != null && failed.isSuspect(sent) ? suspect : unknown;
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
    SecurityIdentity identity = CurrentCaller.identity(key.caller());
    return key.expiresOn() == null
        ? identity
        : QuarkusSecurityIdentity.builder(identity)
            .addAttribute(CurrentCaller.EXPIRES_ON, key.expiresOn())
            .build();
  }
}
