package vn.sogopy.security.oidc;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Caller;
import vn.sogopy.security.session.AccountSignIn;
import vn.sogopy.security.session.DeskPaths;

/**
 * Signs people in by the provider: authorization code with PKCE, by the tenant {@link SignOn#DESK}.
 * Their rights are those of the access token, as for the API. The session is one of the desk: that
 * of Quarkus, with the tokens in cookies, is dropped before it reaches the browser.
 */
@ApplicationScoped
class ProviderSignIn implements AccountSignIn {
  private static final Logger LOG = Logger.getLogger(ProviderSignIn.class);

  /** Longer than the timeouts of a connection to the provider. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int LONGEST_REASON = 300;
  private static final Pattern NOT_PRINTABLE = Pattern.compile("[\\s\\p{Cntrl}]+");

  @Inject SignOn signOn;
  @Inject SignOn.Settings settings;
  @Inject Provider provider;
  @Inject TokenMechanism tokens;
  @Inject OidcAuthenticationMechanism oidc;
  @Inject IdentityProviderManager identities;
  @Inject TenantConfigBean tenants;

  @Override
  public boolean isOffered() {
    return signOn.wanted();
  }

  @Override
  public Step next(RoutingContext context) {
    if (!provider.answers()) {
      throw TokenMechanism.unavailable();
    }
    try {
      SecurityIdentity verified =
          oidc.authenticate(context, identities)
              .onFailure(AuthenticationFailedException.class) // of a cookie that is not ours
              .recoverWithNull()
              .await()
              .atMost(PATIENCE);
      return verified == null ? toTheProvider(context) : signedIn(context, verified);
    } catch (ProblemException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(e);
    }
  }

  private Step toTheProvider(RoutingContext context) {
    ChallengeData challenge = oidc.getChallenge(context).await().atMost(PATIENCE);
    String address = challenge == null ? null : challenge.getHeaders().get(HttpHeaders.LOCATION);
    if (address == null) {
      throw TokenMechanism.invalid();
    }
    return new Step(null, address);
  }

  private Step signedIn(RoutingContext context, SecurityIdentity verified) {
    forget(context);
    String idToken = verified.getCredential(IdTokenCredential.class).getToken();
    Caller caller = tokens.caller(TokenMechanism.claims(verified)).await().atMost(PATIENCE);
    return new Step(new Account(caller, idToken), null);
  }

  /** Removes the cookies with the tokens from the response. */
  private static void forget(RoutingContext context) {
    List.copyOf(context.request().cookies()).stream()
        .map(Cookie::getName)
        .filter(name -> name.startsWith(OidcUtils.SESSION_COOKIE_NAME))
        .forEach(name -> context.response().removeCookie(name, false));
  }

  private static ProblemException failed(RuntimeException failure) {
    if (Provider.isOutage(failure)) {
      return TokenMechanism.unavailable();
    }
    String reason = NOT_PRINTABLE.matcher(String.valueOf(reason(failure))).replaceAll(" ");
    LOG.warnf(
        "a sign-in by the OpenID provider failed: %s",
        reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    return TokenMechanism.invalid();
  }

  /** Without the claims of a token. Parts can come from the address that the browser has sent. */
  private static String reason(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidJwtException invalid && !invalid.getErrorDetails().isEmpty()) {
        return invalid.getErrorDetails().get(0).getErrorMessage();
      }
    }
    return failure.getMessage();
  }

  @Override
  public Optional<String> signOutAddress(RoutingContext context, String idToken) {
    OidcConfigurationMetadata metadata = isOffered() ? desk().getOidcMetadata() : null;
    if (metadata == null || metadata.getEndSessionUri() == null) {
      return Optional.empty();
    }
    HttpServerRequest request = context.request();
    String back = request.scheme() + "://" + request.authority() + DeskPaths.SIGN_IN;
    return Optional.of(
        metadata.getEndSessionUri()
            + (metadata.getEndSessionUri().contains("?") ? "&" : "?")
            + "client_id="
            + URLEncoder.encode(settings.deskClientId(), StandardCharsets.UTF_8)
            + "&post_logout_redirect_uri="
            + URLEncoder.encode(back, StandardCharsets.UTF_8)
            + (idToken == null ? "" : "&id_token_hint=" + idToken));
  }

  private TenantConfigContext desk() {
    return tenants.getStaticTenant(SignOn.DESK);
  }
}
