package vn.sogopy.security.link;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Authenticates GET and HEAD by a signed link. A request with both a link and a key is refused,
 * since its caller would be ambiguous.
 */
@ApplicationScoped
public class LinkMechanism implements HttpAuthenticationMechanism {
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    String token = context.get(LinkFilter.TOKEN);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    HttpServerRequest request = context.request();
    if (!READING.contains(request.method())
        || request.getHeader("Authorization") != null
        || request.getHeader("X-API-Key") != null) {
      return Uni.createFrom().failure(LinkIdentityProvider.invalid());
    }
    return manager.authenticate(new LinkRequest(token, request.uri()));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(LinkRequest.class);
  }

  /** Before the mechanisms for headers, which must be absent in a request with a link. */
  @Override
  public int getPriority() {
    return 2 * DEFAULT_PRIORITY;
  }

  /** Requests the identity of the creator of a link for this target (path and query). */
  static final class LinkRequest extends BaseAuthenticationRequest {
    final String token;
    final String target;

    LinkRequest(String token, String target) {
      this.token = token;
      this.target = target;
    }
  }
}
