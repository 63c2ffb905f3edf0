package vn.sogopy.security.link;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes the token from the URI before any other filter. All later steps, from the check of
 * parameters to the log, use the URI that was signed.
 */
@ApplicationScoped
public class LinkFilter {
  /** The value false disables download links. */
  static final String ENABLED = "sogopy.links.enabled";

  static final String PARAMETER = "link";

  /** The attribute of the request that holds the token for {@link LinkMechanism}. */
  static final String TOKEN = "sogopy.link";

  /** This filter reroutes the request, so a filter before it would run twice. */
  private static final int BEFORE_ALL_OTHERS = 1_002;

  private static final String PREFIX = PARAMETER + "=";

  @ConfigProperty(name = ENABLED, defaultValue = "true")
  boolean enabled;

  void register(@Observes Filters filters) {
    if (enabled) {
      filters.register(this::take, BEFORE_ALL_OTHERS);
    }
  }

  private void take(RoutingContext context) {
    String uri = context.request().uri();
    int question = uri.indexOf('?');
    if (question < 0 || !uri.startsWith("/api/v1/")) {
      context.next();
      return;
    }
    List<String> tokens = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String pair : uri.substring(question + 1).split("&", -1)) {
      (pair.startsWith(PREFIX) ? tokens : others).add(pair);
    }
    if (tokens.isEmpty()) {
      context.next();
      return;
    }
    // A link has exactly one token.
    context.put(TOKEN, tokens.size() == 1 ? tokens.get(0).substring(PREFIX.length()) : "");
    String query = String.join("&", others);
    context.reroute(uri.substring(0, question) + (query.isEmpty() ? "" : "?" + query));
  }
}
