package vn.sogopy.platform.http.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of other origins use the API, those that are named and no other (CORS; off unless
 * {@code sogopy.cors.origins} names one). The framework's own filter would answer 403 without a
 * body to every other client that sends an Origin, browser or not. No credentials are allowed:
 * there are no cookies, and a key travels in a header.
 */
@ApplicationScoped
public class CrossOrigin {
  public static final String ORIGINS = "sogopy.cors.origins";

  /** A preflight is answered before the gate: browsers send it without the key. */
  private static final int AFTER_THE_REQUEST_ID = 998;

  private static final Pattern ORIGIN =
      Pattern.compile("https?://(?:[a-z0-9.-]+|\\[[0-9a-f:]+])(?::[0-9]{1,5})?");
  private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
  static final String SENT =
      "Authorization, X-API-Key, Content-Type, Accept, Accept-Language, If-Match, If-None-Match,"
          + " If-Range, Range, Idempotency-Key, X-Request-Id";
  static final String READ =
      "ETag, Location, Link, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy, Allow,"
          + " Idempotency-Replayed, Content-Disposition, Content-Range, Accept-Ranges,"
          + " WWW-Authenticate, Accept-Post, Accept-Patch, X-API-Key-Expires-On";
  private static final String SECONDS = "600";

  @Inject
  @ConfigProperty(name = ORIGINS)
  Optional<List<String>> configured;

  void register(@Observes Filters filters) {
    Set<String> origins = checked(configured.orElse(List.of()));
    if (!origins.isEmpty()) {
      filters.register(context -> allow(context, origins), AFTER_THE_REQUEST_ID);
    }
  }

  /**
   * The origins as browsers send them.
   *
   * @throws IllegalArgumentException with a message for the operator; {@code *} and {@code null}
   *     are none
   */
  public static Set<String> checked(List<String> origins) {
    Set<String> known = new TreeSet<>();
    for (String origin : origins) {
      String text = origin.strip();
      if (!text.isEmpty() && !ORIGIN.matcher(text).matches()) {
        throw new IllegalArgumentException(
            "SOGOPY_CORS_ORIGINS must list origins such as https://congdan.example.vn, separated by"
                + " commas; it holds: "
                + text);
      }
      if (!text.isEmpty()) {
        known.add(text);
      }
    }
    return known;
  }

  private static void allow(RoutingContext context, Set<String> origins) {
    MultiMap answer = context.response().headers();
    // At the end, since problems set a Vary of their own.
    context.addHeadersEndHandler(end -> answer.add("Vary", "Origin"));
    String origin = context.request().getHeader("Origin");
    if (origin == null || !origins.contains(origin)) {
      context.next();
      return;
    }
    answer.set("Access-Control-Allow-Origin", origin);
    if (context.request().method().equals(HttpMethod.OPTIONS)
        && context.request().headers().contains("Access-Control-Request-Method")) {
      answer.set("Access-Control-Allow-Methods", METHODS);
      answer.set("Access-Control-Allow-Headers", SENT);
      answer.set("Access-Control-Max-Age", SECONDS);
      context.response().setStatusCode(204).end();
      return;
    }
    answer.set("Access-Control-Expose-Headers", READ);
    context.next();
  }
}
