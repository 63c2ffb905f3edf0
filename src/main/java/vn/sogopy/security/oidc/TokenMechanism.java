package vn.sogopy.security.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.security.BodyLookup;
import vn.sogopy.security.BodyLookup.BodiesChanged;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;
import vn.sogopy.security.key.ApiKeyMechanism;

/**
 * Decides whether a credential is a token or a key. A JSON Web Token under {@code Authorization:
 * Bearer} is validated here, by the OIDC extension. Every other credential is left to {@code
 * ApiKeyMechanism}, the next mechanism. The mechanism of the extension is the last one
 * (quarkus.oidc.priority), so that it never handles a credential on its own.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {
  private static final String RETRY_AFTER = "10";
  private static final Duration KEPT = Duration.ofSeconds(3);

  /**
   * A JSON Web Token (RFC 7519), signed or not: header, payload, signature. The first two are JSON
   * objects. A generated API key has no dots.
   */
  private static final Pattern JWT = Pattern.compile("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]*");

  @Inject SignOn signOn;
  @Inject SignOn.Settings settings;
  @Inject Provider provider;
  @Inject OidcAuthenticationMechanism oidc;
  @Inject BodyLookup bodies;
  @Inject EntityManager entities;
  @Inject BlockingSecurityExecutor blocking;

  /** Existing organizations by code, cached to avoid queries for each request. */
  private final Cache<String, Caller.Body> organizations =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(KEPT).build();

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    if (!signOn.wanted() || !holdsToken(context.request().getHeader("Authorization"))) {
      return Uni.createFrom().nullItem();
    }
    if (context.request().getHeader("X-API-Key") != null) {
      return Uni.createFrom().failure(ProblemException.unauthenticated()); // ambiguous
    }
    if (!provider.ready()) {
      return Uni.createFrom().failure(unavailable());
    }
    return oidc.authenticate(context, manager)
        .onFailure()
        .transform(failure -> provider.wasUnreachable(failure) ? unavailable() : invalid())
        .onItem()
        .ifNull()
        .failWith(TokenMechanism::invalid)
        .chain(this::identity);
  }

  /** Whether an Authorization header holds a token. */
  static boolean holdsToken(String authorization) {
    String credential = ApiKeyMechanism.bearer(authorization);
    return credential != null && JWT.matcher(credential).matches();
  }

  private Uni<SecurityIdentity> identity(SecurityIdentity verified) {
    TokenClaims claims = claims(verified);
    return caller(claims).map(caller -> CurrentCaller.identity(caller, null, claims.expiresAt()));
  }

  /** The claims of the access token. */
  static TokenClaims claims(SecurityIdentity verified) {
    String token = verified.getCredential(AccessTokenCredential.class).getToken();
    return new TokenClaims(OidcCommonUtils.decodeJwtContent(token).getMap());
  }

  /**
   * The caller of these claims, whose organization exists.
   *
   * @throws ProblemException as {@link TokenClaims#caller}
   */
  Uni<Caller> caller(TokenClaims claims) {
    Caller caller =
        claims.caller(
            new TokenClaims.Paths(
                settings.roleClaim(), settings.organizationClaim(), settings.plansClaim()));
    return body(caller.organization()).map(caller::with);
  }

  /**
   * @param organization null = none
   */
  private Uni<Caller.Body> body(String organization) {
    Caller.Body known = organization == null ? null : organizations.getIfPresent(organization);
    return organization == null || known != null
        ? Uni.createFrom().item(known)
        : blocking.executeBlocking(() -> look(organization));
  }

  private Caller.Body look(String organization) {
    // By the entity's name: the package of organizations depends on this one.
    Hql query = Hql.of("select o.id from Organization o where o.code = ?", organization);
    boolean there =
        QuarkusTransaction.requiringNew().call(() -> query.first(entities, UUID.class).isPresent());
    if (!there) {
      throw TokenClaims.refused(
          settings.organizationClaim(), FieldCode.UNKNOWN_ORGANIZATION, organization);
    }
    Caller.Body body = bodies.of(organization);
    organizations.put(organization, body);
    return body;
  }

  void clear(@Observes(during = TransactionPhase.AFTER_COMPLETION) BodiesChanged event) {
    organizations.invalidateAll();
  }

  /** 401 of RFC 6750 section 3.1 for an invalid or expired token. */
  static ProblemException invalid() {
    return ProblemException.unauthenticated()
        .header("WWW-Authenticate", ProblemException.CHALLENGE + ", error=\"invalid_token\"");
  }

  static ProblemException unavailable() {
    return new ProblemException(ProblemCode.SIGN_ON_UNAVAILABLE).header("Retry-After", RETRY_AFTER);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }
}
