package vn.sogopy.platform.http.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.http.download.Download;
import vn.sogopy.platform.text.Sha256;

/**
 * Headers for browsers that depend on the request or the response; the constant ones are {@code
 * quarkus.http.header.*}. Two kinds of responses replace the strict content security policy: the
 * pages of this service ({@link Download}) and the Swagger UI, the one page that runs scripts. The
 * Swagger UI keeps a key in the browser's storage, so only its own scripts may run: its files, and
 * the inline ones by their hash. It may connect to this service, and to the identity provider if
 * one is configured.
 */
@ApplicationScoped
public class BrowserHeaders {
  public static final String POLICY = "Content-Security-Policy";

  /** For data, and for uploaded files: a browser must not run them as part of this site. */
  static final String NOTHING =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  /** For a page of text with a style; a policy in the page itself restricts the style by hash. */
  public static final String PAGE = NOTHING + "; style-src 'unsafe-inline'";

  /** For a PDF. The viewers of browsers are plug-ins with a style, which a sandbox would block. */
  public static final String VIEWER =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** For the pages of the desk: scripts, styles and forms of this site only. */
  public static final String DESK =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** One year, the minimum for HSTS preload lists. */
  private static final String ONLY_TLS = "max-age=31536000; includeSubDomains";

  private static final String SWAGGER_UI = "/q/swagger-ui";
  private static final int AFTER_THE_REQUEST_ID = 998;
  private static final Pattern INLINE =
      Pattern.compile("<script(?: defer)?>(.*?)</script>", Pattern.DOTALL);

  /** Where the build puts the pages. In development and in tests the path differs. */
  private static final String PAGES =
      "META-INF/io.smallrye_smallrye-open-api-ui__jar/META-INF/resources/openapi-ui/";

  @Inject
  @ConfigProperty(name = "sogopy.oidc.auth-server-url")
  Optional<String> signOn;

  /** The URL of the token endpoint, if its origin differs. */
  @Inject
  @ConfigProperty(name = "sogopy.oidc.token-url")
  Optional<String> tokens;

  /** For every response, also that to a request which fails before the filters. */
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

  void register(@Observes Filters filters) {
    String policy = swaggerUiPolicy(scripts(), tokens.or(() -> signOn));
    filters.register(context -> loosen(context, policy), AFTER_THE_REQUEST_ID);
  }

  private static void loosen(RoutingContext context, String policy) {
    String path = context.normalizedPath();
    if (path.equals(SWAGGER_UI) || path.startsWith(SWAGGER_UI + "/")) {
      MultiMap headers = context.response().headers();
      headers.set(POLICY, policy);
      // The sign-on window passes its code to the window that opened it.
      headers.remove("Cross-Origin-Opener-Policy");
      // The framework caches it for a day: it would outlive an upgrade or another sign-on setting.
      context.addHeadersEndHandler(end -> headers.set("Cache-Control", "no-cache"));
    }
    context.next();
  }

  static String swaggerUiPolicy(String scripts, Optional<String> signOn) {
    return "default-src 'none'; script-src 'self'"
        + scripts
        + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'"
        + signOn.filter(url -> !url.isBlank()).map(url -> " " + origin(url)).orElse("")
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  private static String origin(String url) {
    URI uri = URI.create(url.strip());
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String scripts() {
    StringBuilder sources = new StringBuilder();
    for (String page : List.of("index.html", "oauth2-redirect.html")) {
      String html = read(PAGES + page);
      if (html == null) {
        return " 'unsafe-inline'";
      }
      Matcher script = INLINE.matcher(html);
      while (script.find()) {
        byte[] hash = Sha256.of(script.group(1).getBytes(StandardCharsets.UTF_8));
        sources.append(" 'sha256-").append(Base64.getEncoder().encodeToString(hash)).append('\'');
      }
    }
    return sources.toString();
  }

  private static String read(String resource) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream page = loader.getResourceAsStream(resource)) {
      return page == null ? null : new String(page.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
