package vn.sogopy.security.oidc;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The settings of sign-on: docs/operation.md, "Sign-on (OIDC)". */
@ConfigMapping(prefix = "sogopy.oidc")
public interface SignOnSettings {
  /** The issuer; without it there is no sign-on. */
  Optional<String> authServerUrl();

  /** The name of this service there. */
  String clientId();

  Optional<List<String>> audience();

  String roleClaim();

  String organizationClaim();

  String plansClaim();

  /** How often the keys of the provider are read again. */
  String keysEvery();

  Optional<String> authorizationUrl();

  Optional<String> tokenUrl();
}
