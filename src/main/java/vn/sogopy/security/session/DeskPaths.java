package vn.sogopy.security.session;

import java.util.List;

/** The paths of the desk: pages for people. All others belong to the API and to the operator. */
public final class DeskPaths {
  public static final String SIGN_IN = "/dang-nhap";

  /** The sign-in by an account of the provider, which leads back here. */
  public static final String ACCOUNT = SIGN_IN + "/tai-khoan";

  private static final List<String> ROOTS =
      List.of("/so", "/quan-tri", "/tep-cua-toi", "/dang-xuat");

  private DeskPaths() {}

  /** Whether a page of the desk has this path. */
  public static boolean isDesk(String path) {
    return path.equals("/") || isPublic(path) || ROOTS.stream().anyMatch(root -> below(root, path));
  }

  /** Whether nobody needs to be signed in for it: the sign-in itself, styles and scripts. */
  public static boolean isPublic(String path) {
    return below(SIGN_IN, path) || path.startsWith("/desk/");
  }

  private static boolean below(String root, String path) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
