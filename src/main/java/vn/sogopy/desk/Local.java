package vn.sogopy.desk;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URISyntaxException;
import vn.sogopy.security.session.DeskPaths;

/** Addresses inside the desk, against redirects to other sites. */
final class Local {
  private static final String HOME = "/";

  private Local() {}

  /**
   * A redirect to a path. It stays relative: the framework would add the scheme, which a proxy that
   * ends TLS may not have told.
   */
  static Response.ResponseBuilder seeOther(String path) {
    return Response.status(Response.Status.SEE_OTHER).header("Location", path);
  }

  /** The path and query if they lead to a page of the desk, else {@code /}. */
  static String path(String wanted) {
    if (wanted == null || !wanted.startsWith("/") || wanted.startsWith("//")) {
      return HOME;
    }
    try {
      URI uri = new URI(wanted);
      boolean local = uri.getRawAuthority() == null && uri.getScheme() == null;
      return local && DeskPaths.isDesk(uri.normalize().getPath()) ? wanted : HOME;
    } catch (URISyntaxException e) {
      return HOME;
    }
  }
}
