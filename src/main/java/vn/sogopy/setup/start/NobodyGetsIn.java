package vn.sogopy.setup.start;

import java.util.Optional;

/**
 * Keys are there, but all are stopped or expired, and there is no other way in. (In a database
 * without any key the first start makes one.)
 *
 * @param keys whether there is any key, good or not
 * @param good whether one of them lets in
 * @param admin whether one of them is an ADMIN's
 * @param bootstrap whether SOGOPY_BOOTSTRAP_ADMIN_KEY is set, of which a key will be made
 * @param oidc whether tokens of a sign-on are taken
 */
record NobodyGetsIn(boolean keys, boolean good, boolean admin, boolean bootstrap, boolean oidc)
    implements StartCheck {
  @Override
  public String name() {
    return "nobody-gets-in";
  }

  @Override
  public Optional<String> refusal() {
    return keys && !good && !bootstrap && !oidc
        ? Optional.of(
            "Nobody could sign in: every API key is stopped or expired. Set SOGOPY_BOOTSTRAP_ADMIN_KEY (for example the output of: openssl rand -hex 32), or SOGOPY_OIDC_AUTH_SERVER_URL.")
        : Optional.empty();
  }

  @Override
  public Optional<String> warning() {
    return good && !admin && !bootstrap && !oidc
        ? Optional.of(
            "no ADMIN key is good: nobody can make keys; set SOGOPY_BOOTSTRAP_ADMIN_KEY and start again to have one")
        : Optional.empty();
  }
}
