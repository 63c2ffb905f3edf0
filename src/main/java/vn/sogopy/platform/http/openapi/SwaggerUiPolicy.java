package vn.sogopy.platform.http.openapi;

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
import vn.sogopy.platform.http.connection.BrowserHeaders;
import vn.sogopy.platform.text.Sha256;

/**
 * The content security policy of the Swagger UI, the one page that runs scripts. It keeps a key in
 * the browser's storage, so only its own scripts may run: its files, and the inline ones by their
 * hash. It may connect to this service, and to the identity provider if one is configured.
 */
@ApplicationScoped
public class SwaggerUiPolicy {
  private static final String PATH = "/q/swagger-ui";
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

  void register(@Observes Filters filters) {
    String policy = policy(scripts(), tokens.or(() -> signOn));
    filters.register(context -> loosen(context, policy), AFTER_THE_REQUEST_ID);
  }

  private static void loosen(RoutingContext context, String policy) {
    String path = context.normalizedPath();
    if (path.equals(PATH) || path.startsWith(PATH + "/")) {
      MultiMap headers = context.response().headers();
      headers.set(BrowserHeaders.POLICY, policy);
      // The sign-on window passes its code to the window that opened it.
      headers.remove("Cross-Origin-Opener-Policy");
      // The framework caches it for a day: it would outlive an upgrade or another sign-on setting.
      context.addHeadersEndHandler(end -> headers.set("Cache-Control", "no-cache"));
    }
    context.next();
  }

  static String policy(String scripts, Optional<String> signOn) {
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
