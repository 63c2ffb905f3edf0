package vn.sogopy.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.sogopy.security.session.AccountSignIn;
import vn.sogopy.security.session.DeskPaths;

/** The sign-in by accounts of a provider, if one is configured, beside that by codes. */
@ApplicationScoped
class Accounts {
  @Inject Instance<AccountSignIn> providers;

  Optional<AccountSignIn> provider() {
    return providers.stream().filter(AccountSignIn::isOffered).findFirst();
  }

  /** The page of the sign-in. */
  SignInResource.SignIn page(String target, String error, Carried carried) {
    return new SignInResource.SignIn(target, error, carried, address(target), null);
  }

  /** Null = no provider. */
  String address(String target) {
    return provider().isEmpty()
        ? null
        : DeskPaths.ACCOUNT + "?den=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
  }
}
