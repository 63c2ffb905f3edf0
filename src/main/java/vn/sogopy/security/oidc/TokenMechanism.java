package vn.sogopy.security.oidc;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

/**
 * The one place that decides whether a credential is a token or a key: a JSON Web Token under
 * {@code Authorization: Bearer} is judged here, by Quarkus' OIDC, whatever becomes of it;
 * everything else is left to {@code ApiKeyMechanism}, which comes next. Quarkus' own mechanism
 * comes last (quarkus.oidc.priority) and so never meets a credential by itself.
 */
@ApplicationScoped
public class TokenMechanism implements HttpAuthenticationMechanism {
  private static final String RETRY_AFTER = "10";

  @Inject SignOn signOn;
  @Inject Provider provider;
  @Inject KnownOrganizations organizations;
  @Inject OidcAuthenticationMechanism oidc;

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager manager) {
    if (!signOn.wanted() || !BearerToken.in(context.request().getHeader("Authorization"))) {
      return Uni.createFrom().nullItem();
    }
    if (context.request().getHeader("X-API-Key") != null) {
      return Uni.createFrom().failure(ProblemException.unauthenticated()); // which one is meant?
    }
    if (!provider.ready()) {
      return Uni.createFrom().failure(unavailable());
    }
    return oidc.authenticate(context, manager)
        .onFailure()
        .transform(
            failure -> provider.couldNotBeAsked(failure) ? unavailable() : BearerToken.invalid())
        .onItem()
        .ifNull()
        .failWith(BearerToken::invalid)
        .chain(this::identity);
  }

  private Uni<SecurityIdentity> identity(SecurityIdentity verified) {
    String token = verified.getCredential(AccessTokenCredential.class).getToken();
    TokenClaims claims = new TokenClaims(OidcCommonUtils.decodeJwtContent(token).getMap());
    return known(claims.caller(signOn.claims()))
        .map(caller -> CurrentCaller.identity(caller, claims.expiresAt()));
  }

  private Uni<Caller> known(Caller caller) {
    if (caller.organization() == null) {
      return Uni.createFrom().item(caller);
    }
    return organizations
        .contains(caller.organization())
        .map(
            known -> {
              if (!known) {
                throw TokenClaims.refused(
                    signOn.claims().organization(),
                    FieldCode.UNKNOWN_ORGANIZATION,
                    caller.organization());
              }
              return caller;
            });
  }

  private static ProblemException unavailable() {
    return new ProblemException(ProblemCode.SIGN_ON_UNAVAILABLE).header("Retry-After", RETRY_AFTER);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", ProblemException.CHALLENGE));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(TokenAuthenticationRequest.class);
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1;
  }
}
