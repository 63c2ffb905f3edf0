package vn.sogopy.security.link;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.KeyCache;
import vn.sogopy.security.link.LinkSigner.LinkPayload;

/**
 * Authenticates GET and HEAD by a signed link: the caller is the one who created it, with the
 * rights at the time of use; a stored link shows no restricted comments. A request with both a link
 * and a key is refused, since its caller would be ambiguous.
 */
@ApplicationScoped
public class LinkMechanism implements HttpAuthenticationMechanism {
  /** The value false disables download links. */
  static final String ENABLED = "sogopy.links.enabled";

  /** The query parameter with the token. */
  static final String PARAMETER = "link";

  private static final String PREFIX = PARAMETER + "=";

  /** The attribute of the request that holds the token. */
  private static final String TOKEN = "sogopy.link";

  /** The filter reroutes the request, so a filter before it would run twice. */
  private static final int BEFORE_ALL_OTHERS = 1_002;

  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject DownloadLinkService links;
  @Inject StoredLinkService stored;
  @Inject KeyCache keys;
  @Inject BodyLookup bodies;
  @Inject BlockingSecurityExecutor blocking;

  @ConfigProperty(name = ENABLED, defaultValue = "true")
  boolean enabled;

  void register(@Observes Filters filters) {
    if (enabled) {
      filters.register(this::take, BEFORE_ALL_OTHERS);
    }
  }

  /**
   * Removes the token from the URI before any other filter. All later steps, from the check of
   * parameters to the log, use the URI that was signed.
   */
  private void take(RoutingContext context) {
    String uri = context.request().uri();
    int question = uri.indexOf('?');
    if (question < 0 || !uri.startsWith("/api/v1/")) {
      context.next();
      return;
    }
    List<String> tokens = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String pair : uri.substring(question + 1).split("&", -1)) {
      (pair.startsWith(PREFIX) ? tokens : others).add(pair);
    }
    if (tokens.isEmpty()) {
      context.next();
      return;
    }
    // A link has exactly one token.
    context.put(TOKEN, tokens.size() == 1 ? tokens.get(0).substring(PREFIX.length()) : "");
    String query = String.join("&", others);
    context.reroute(uri.substring(0, question) + (query.isEmpty() ? "" : "?" + query));
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    String token = context.get(TOKEN);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    HttpServerRequest request = context.request();
    if (!READING.contains(request.method())
        || request.getHeader("Authorization") != null
        || request.getHeader("X-API-Key") != null) {
      return Uni.createFrom().failure(refused(ProblemCode.LINK_INVALID));
    }
    String target = request.uri();
    return blocking.executeBlocking(
        () -> CurrentCaller.identity(creator(token, target), null, null));
  }

  /**
   * @param target path and query of the request
   * @throws ProblemException 401 for an expired, revoked or forged link, another path, or a revoked
   *     key
   */
  private Caller creator(String token, String target) {
    LinkPayload payload =
        links.signer().read(token, target).orElseThrow(() -> refused(ProblemCode.LINK_INVALID));
    if (payload.expired(Instant.now())) {
      throw refused(ProblemCode.LINK_EXPIRED);
    }
    Caller creator =
        payload.keyId() == null
            ? bodies.known(payload.caller())
            : keys.byId(payload.keyId()).orElseThrow(() -> refused(ProblemCode.LINK_INVALID));
    if (payload.linkId() == null) {
      return creator;
    }
    if (!stored.isValid(payload.linkId())) {
      throw refused(ProblemCode.LINK_INVALID);
    }
    return creator.byLink(payload.linkId());
  }

  private static ProblemException refused(ProblemCode code) {
    return new ProblemException(code).header("WWW-Authenticate", ProblemException.CHALLENGE);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }

  /** Before the mechanisms for headers, which must be absent in a request with a link. */
  @Override
  public int getPriority() {
    return 2 * DEFAULT_PRIORITY;
  }
}
