package vn.sogopy.security.oidc;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of sign-on, and whether it is wanted at all. */
@ApplicationScoped
public class SignOn {
  static final String SERVER = "sogopy.oidc.auth-server-url";
  private static final String AUDIENCE = "sogopy.oidc.audience";
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  @Inject
  @ConfigProperty(name = SERVER)
  Optional<String> server;

  @Inject
  @ConfigProperty(name = "sogopy.oidc.role-claim")
  String roleClaim;

  @Inject
  @ConfigProperty(name = "sogopy.oidc.organization-claim")
  String organizationClaim;

  @Inject
  @ConfigProperty(name = "sogopy.oidc.plans-claim")
  String plansClaim;

  boolean wanted() {
    return server.isPresent();
  }

  TokenClaims.Paths claims() {
    return new TokenClaims.Paths(roleClaim, organizationClaim, plansClaim);
  }

  /** Without a provider there is nothing to connect to, and the start goes on as without OIDC. */
  void configure(@Observes Oidc oidc) {
    if (!wanted()) {
      oidc.create(OidcTenantConfig.builder().tenantEnabled(false).build());
    }
  }

  /** What would make sign-on unsafe, said with the setting to mend; empty if nothing. */
  public static Optional<String> mistake(Config config) {
    Optional<String> server = config.getOptionalValue(SERVER, String.class);
    if (server.isEmpty()) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = URI.create(server.get());
    } catch (IllegalArgumentException e) {
      return Optional.of("SOGOPY_OIDC_AUTH_SERVER_URL is no URL: " + server.get());
    }
    boolean safe =
        "https".equals(uri.getScheme())
            || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost()));
    if (uri.getHost() == null || !safe) {
      return Optional.of(
          "SOGOPY_OIDC_AUTH_SERVER_URL must be an https URL (http only on this machine), or whoever"
              + " sits between could sign tokens: "
              + server.get());
    }
    List<String> audience = config.getOptionalValues(AUDIENCE, String.class).orElse(List.of());
    if (audience.isEmpty() || audience.contains("any")) {
      return Optional.of(
          "SOGOPY_OIDC_AUDIENCE must name this service, or tokens made for other services would be"
              + " taken");
    }
    return Optional.empty();
  }
}
