package vn.sogopy.security;

/** The scheme of RFC 6750, under which keys and tokens come alike. */
public final class Bearer {
  private static final String SCHEME = "bearer ";

  private Bearer() {}

  /** What an Authorization header holds; null where there is none, or one of another scheme. */
  public static String credential(String authorization) {
    return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? authorization.substring(SCHEME.length()).trim()
        : null;
  }
}
