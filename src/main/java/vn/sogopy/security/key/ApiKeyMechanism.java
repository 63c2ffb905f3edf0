package vn.sogopy.security.key;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Bearer;

/** Reads an API key from {@code Authorization: Bearer} or {@code X-API-Key}. */
@ApplicationScoped
public class ApiKeyMechanism implements HttpAuthenticationMechanism {
  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    HttpServerRequest request = context.request();
    String authorization = request.getHeader("Authorization");
    String direct = request.getHeader("X-API-Key");
    if (authorization == null && direct == null) {
      return Uni.createFrom().nullItem();
    }
    String bearer = Bearer.credential(authorization);
    if ((authorization != null && bearer == null)
        || (bearer != null && direct != null && !bearer.equals(direct))) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    ApiKeyRequest asked =
        bearer != null
            ? new ApiKeyRequest(bearer, "Authorization")
            : new ApiKeyRequest(direct, "X-API-Key");
    // The provider needs the client address.
    return manager.authenticate(HttpSecurityUtils.setRoutingContextAttribute(asked, context));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(ApiKeyRequest.class);
  }

  /** Requests the identity of an API key. */
  static final class ApiKeyRequest extends BaseAuthenticationRequest {
    final String key;

    /** The header that contained the key. */
    final String header;

    ApiKeyRequest(String key, String header) {
      this.key = key;
      this.header = header;
    }
  }
}
