package vn.sogopy.security.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/** From an API key to the caller behind it; the hot path asks the cache, not the database. */
@ApplicationScoped
public class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {
  @Inject KeyCache cache;
  @Inject KeyLookups lookups;
  @Inject KeyUse use;

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    String key = request.key();
    if (key.isEmpty() || key.length() > 512) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    if (!KeySecret.plausible(key)) {
      return Uni.createFrom().failure(mistyped(request.header()));
    }
    byte[] hash = KeySecret.hash(key);
    KnownKey known = cache.get(hash);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    if (cache.isUnknown(hash)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    return lookups.inTurn(
        request,
        hash,
        () ->
            context.runBlocking(
                () -> identity(cache.load(hash).orElseThrow(AuthenticationFailedException::new))));
  }

  /**
   * Told from an unknown key: whoever copied one badly sees it, and an attacker learns nothing, for
   * anybody can work out a CRC-32.
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
