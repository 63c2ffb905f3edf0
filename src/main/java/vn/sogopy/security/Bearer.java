package vn.sogopy.security;

/** The Bearer scheme of RFC 6750, for keys and tokens. */
public final class Bearer {
  private static final String SCHEME = "bearer ";

  private Bearer() {}

  /** The credential in an Authorization header; null if there is none, or for another scheme. */
  public static String credential(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).trim()
        : null;
  }
}
