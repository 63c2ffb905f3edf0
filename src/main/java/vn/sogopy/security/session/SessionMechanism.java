package vn.sogopy.security.session;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.CurrentCaller;

/**
 * Finds the person of a session cookie: on the pages of the desk, and for GET requests of the API,
 * so that a page can link to a file. Another site can make a browser send the cookie only with a
 * GET (SameSite=Lax), which changes nothing.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  public static final String COOKIE = "so-gop-y";
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int MAX_LENGTH = 64;

  @Inject SessionService sessions;
  @Inject BlockingSecurityExecutor blocking;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    HttpServerRequest request = context.request();
    String id = of(request);
    boolean allowed =
        DeskPaths.isDesk(context.normalizedPath()) || READING.contains(request.method());
    if (id == null
        || !allowed
        || request.getHeader("Authorization") != null
        || request.getHeader("X-API-Key") != null) {
      return Uni.createFrom().nullItem();
    }
    return blocking.executeBlocking(
        () ->
            sessions
                .caller(id)
                .map(caller -> CurrentCaller.identity(caller, null, null))
                .orElse(null));
  }

  /** The id of the session in the cookie; null = none. */
  public static String of(HttpServerRequest request) {
    Cookie cookie = request.getCookie(COOKIE);
    return cookie == null || cookie.getValue().length() > MAX_LENGTH ? null : cookie.getValue();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }
}
