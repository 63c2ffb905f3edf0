package vn.sogopy.security.oidc;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.OidcTenantConfigBuilder;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.security.session.DeskPaths;

/**
 * Sign-on by an OpenID Connect provider, beside the API keys: docs/adr/0014. The default tenant
 * verifies the tokens of the API and never redirects. The tenant {@link #DESK} signs people in, on
 * one path alone.
 */
@ApplicationScoped
public class SignOn {
  static final String DESK = "desk";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject Settings settings;
  @Inject OidcConfig tenants;

  boolean wanted() {
    return settings.authServerUrl().isPresent();
  }

  /**
   * Without a provider there is nothing to connect to. The startup continues without OIDC.
   *
   * @throws StartupException when a setting makes sign-on unsafe
   */
  void configure(@Observes Oidc oidc) {
    if (!wanted()) {
      oidc.create(OidcTenantConfig.builder().tenantEnabled(false).build());
      return;
    }
    mistake(settings.authServerUrl().get(), settings.audience().orElse(List.of()))
        .ifPresent(
            mistake -> {
              throw new StartupException(mistake);
            });
    // Without a path of its own, a tenant takes every path with a segment of its name.
    oidc.create(likeDefault().tenantPaths("/*").build());
    oidc.create(desk());
  }

  /** With the settings of quarkus.oidc, such as those for TLS and proxies. */
  private OidcTenantConfigBuilder likeDefault() {
    return OidcTenantConfig.builder(OidcConfig.getDefaultTenant(tenants));
  }

  /** Its one cookie holds the state while a person is at the provider. */
  private OidcTenantConfig desk() {
    OidcTenantConfigBuilder desk =
        likeDefault()
            .tenantId(DESK)
            .applicationType(ApplicationType.WEB_APP)
            .tenantPaths(DeskPaths.ACCOUNT)
            .clientId(settings.deskClientId())
            .authentication()
            .pkceRequired()
            .nonceRequired()
            .verifyAccessToken()
            .redirectPath(DeskPaths.ACCOUNT)
            .removeRedirectParameters(false)
            .cookiePath(DeskPaths.ACCOUNT)
            .end()
            // ProviderSignIn removes the cookie of this key from the response. None is ever taken.
            .tokenStateManager()
            .encryptionSecret(UUID.randomUUID().toString())
            .end()
            // The ID token is for this client, the access token for the service.
            .token()
            .audience(settings.deskClientId())
            .end();
    settings.deskClientSecret().ifPresent(desk::credentials);
    return desk.build();
  }

  /** Why these settings are unsafe, with the setting to correct; empty if they are safe. */
  static Optional<String> mistake(String server, List<String> audience) {
    URI uri;
    try {
      uri = URI.create(server);
    } catch (IllegalArgumentException e) {
      return Optional.of("SOGOPY_OIDC_AUTH_SERVER_URL is no URL: " + server);
    }
    boolean safe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
    if (uri.getHost() == null || !safe) {
      return Optional.of(
          "SOGOPY_OIDC_AUTH_SERVER_URL must be an https URL (http only on this machine), or whoever"
              + " sits between could sign tokens: "
              + server);
    }
    if (audience.isEmpty() || audience.contains("any")) {
      return Optional.of(
          "SOGOPY_OIDC_AUDIENCE must name this service, or tokens made for other services would be"
              + " taken");
    }
    return Optional.empty();
  }

  /** The settings of sign-on: docs/operation.md, "Sign-on (OIDC)". */
  @ConfigMapping(prefix = "sogopy.oidc")
  public interface Settings {
    /** The issuer; without it sign-on is disabled. */
    Optional<String> authServerUrl();

    /** The client id of this service at the provider. */
    String clientId();

    /** The client id of the desk at the provider. */
    String deskClientId();

    /** The secret of that client; without it, it is a public client. */
    Optional<String> deskClientSecret();

    Optional<List<String>> audience();

    String roleClaim();

    String organizationClaim();

    String plansClaim();

    /** The interval of reading the keys of the provider. */
    String keysEvery();

    Optional<String> authorizationUrl();

    Optional<String> tokenUrl();
  }
}
