package vn.sogopy.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From an API key to the caller behind it; the hot path asks the cache, not the database. */
@ApplicationScoped
public class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {
  @Inject KeyCache cache;
  @Inject KeyLookups lookups;

  @Override
  public Class<ApiKeyRequest> getRequestType() {
    return ApiKeyRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      ApiKeyRequest request, AuthenticationRequestContext context) {
    String key = request.key();
    if (key.isEmpty() || key.length() > 512 || !KeySecret.plausible(key)) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    byte[] hash = KeySecret.hash(key);
    Caller known = cache.get(hash);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    return lookups.inTurn(
        request,
        hash,
        () ->
            context.runBlocking(
                () -> identity(cache.load(hash).orElseThrow(AuthenticationFailedException::new))));
  }

  private static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.name()))
        .addRole(caller.role().name())
        .addAttribute(CurrentCaller.ATTRIBUTE, caller)
        .build();
  }
}
