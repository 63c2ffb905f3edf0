package vn.sogopy.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** From an API key to the caller behind it; the hot path asks the cache, not the database. */
@ApplicationScoped
public class ApiKeyIdentityProvider implements IdentityProvider<ApiKeyRequest> {
  @Inject KeyCache cache;

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
      return Uni.createFrom().item(CurrentCaller.identity(known));
    }
    return context.runBlocking(
        () ->
            CurrentCaller.identity(
                cache.load(hash).orElseThrow(AuthenticationFailedException::new)));
  }
}
