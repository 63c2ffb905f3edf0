package vn.sogopy.security.oidc;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The settings of sign-on: docs/operation.md, "Sign-on (OIDC)". */
@ConfigMapping(prefix = "sogopy.oidc")
public interface SignOnSettings {
  /** The issuer; without it sign-on is disabled. */
  Optional<String> authServerUrl();

  /** The client id of this service at the provider. */
  String clientId();

  Optional<List<String>> audience();

  String roleClaim();

  String organizationClaim();

  String plansClaim();

  /** The interval of reading the keys of the provider. */
  String keysEvery();

  Optional<String> authorizationUrl();

  Optional<String> tokenUrl();
}
