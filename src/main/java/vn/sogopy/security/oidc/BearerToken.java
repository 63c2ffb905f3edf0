package vn.sogopy.security.oidc;

import java.util.regex.Pattern;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.security.Bearer;

/** Tells access tokens from API keys, which hold no dots unless somebody made them up by hand. */
final class BearerToken {
  /** Signed or not: header, payload, signature; the first two are JSON objects. */
  private static final Pattern JWT = Pattern.compile("ey[\\w-]+\\.ey[\\w-]+\\.[\\w-]*");

  private BearerToken() {}

  /** Whether an Authorization header holds a JSON Web Token (RFC 7519). */
  static boolean in(String authorization) {
    String credential = Bearer.credential(authorization);
    return credential != null && JWT.matcher(credential).matches();
  }

  /** 401 as RFC 6750 section 3.1 wants it for a token that is not (or no longer) good. */
  static ProblemException invalid() {
    return ProblemException.unauthenticated()
        .header("WWW-Authenticate", ProblemException.CHALLENGE + ", error=\"invalid_token\"");
  }
}
