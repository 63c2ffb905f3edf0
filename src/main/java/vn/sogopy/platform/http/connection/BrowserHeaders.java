package vn.sogopy.platform.http.connection;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import vn.sogopy.platform.http.download.Pages;
import vn.sogopy.platform.http.openapi.SwaggerUiPolicy;

/**
 * Headers for browsers that depend on the request or on the answer; the constant ones are {@code
 * quarkus.http.header.*}. An answer may set its own policy in place of the strict one: the pages of
 * this service ({@link Pages}) and the Swagger UI ({@link SwaggerUiPolicy}) do.
 */
public final class BrowserHeaders {
  public static final String POLICY = "Content-Security-Policy";

  /** For data, and for files that people have sent: they must not run as if they were ours. */
  static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  /** For a page that is text with a style; a policy in the page itself names its one style. */
  public static final String PAGE = NOTHING + "; style-src 'unsafe-inline'";

  /** A year, the least that lists of such hosts accept. */
  private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

  private BrowserHeaders() {}

  static void put(RoutingContext context) {
    if (context.request().isSSL()) {
      context.response().headers().set("Strict-Transport-Security", ONLY_TLS);
    }
    // At the end, since a resource's headers would come beside those that are there already.
    context.addHeadersEndHandler(end -> complete(context));
  }

  /** Adds what the answer has not said for itself. */
  private static void complete(RoutingContext context) {
    MultiMap headers = context.response().headers();
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, NOTHING);
    }
    String path = context.request().path();
    boolean data = path == null || !path.startsWith("/q/") || path.startsWith("/q/metrics");
    if (data && !headers.contains("Cache-Control")) {
      // Nearly every answer holds people's words or names; clients that keep an ETag may still ask.
      headers.set("Cache-Control", "no-store");
    }
  }
}
