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
 * From an API key to the caller behind it; the hot path asks the cache, not the database.
 *
 * <p>Each unknown key costs a query. So that a flood of them does not take the connections from
 * others, a key that was good a moment ago goes first, and those of an address with many failed
 * attempts wait for each other.
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
   * Has an error of its own, so that whoever copied a key badly sees it. An attacker learns nothing
   * from it, since anybody can compute a CRC-32.
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
