package vn.sogopy.platform.http.connection;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import vn.sogopy.platform.http.download.Pages;
import vn.sogopy.platform.http.openapi.SwaggerUiPolicy;

/**
 * Headers for browsers that depend on the request or the response; the constant ones are {@code
 * quarkus.http.header.*}. A response can replace the strict policy: the pages of this service
 * ({@link Pages}) and the Swagger UI ({@link SwaggerUiPolicy}) do.
 */
public final class BrowserHeaders {
  public static final String POLICY = "Content-Security-Policy";

  /** For data, and for uploaded files: a browser must not run them as part of this site. */
  static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  /** For a page of text with a style; a policy in the page itself restricts the style by hash. */
  public static final String PAGE = NOTHING + "; style-src 'unsafe-inline'";

  /** One year, the minimum for HSTS preload lists. */
  private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

  private BrowserHeaders() {}

  static void put(RoutingContext context) {
    if (context.request().isSSL()) {
      context.response().headers().set("Strict-Transport-Security", ONLY_TLS);
    }
    // At the end, because a resource's headers would be added to existing ones.
    context.addHeadersEndHandler(end -> complete(context));
  }

  /** Adds the headers that the response does not have. */
  private static void complete(RoutingContext context) {
    MultiMap headers = context.response().headers();
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, NOTHING);
    }
    String path = context.request().path();
    boolean data = path == null || !path.startsWith("/q/") || path.startsWith("/q/metrics");
    if (data && !headers.contains("Cache-Control")) {
      // Nearly every response has personal data. Clients can still revalidate by ETag.
      headers.set("Cache-Control", "no-store");
    }
  }
}
