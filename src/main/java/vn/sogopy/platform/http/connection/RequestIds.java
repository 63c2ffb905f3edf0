package vn.sogopy.platform.http.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Accepts the X-Request-Id or generates one, returns it with every response, and adds it to the
 * log. An id that looks like a key or a token is replaced.
 */
@ApplicationScoped
public class RequestIds {
  public static final String HEADER = "X-Request-Id";
  private static final String KEY = "requestId";
  private static final Pattern ACCEPTED = Pattern.compile("(?!sgy_|eyJ)[A-Za-z0-9._:-]{1,128}");
  private static final int BEFORE_ALL_OTHERS = 1_000;

  void register(@Observes Filters filters) {
    filters.register(this::identify, BEFORE_ALL_OTHERS);
  }

  private void identify(RoutingContext context) {
    assign(context);
    context.next();
  }

  private static String assign(RoutingContext context) {
    String sent = context.request().getHeader(HEADER);
    String id =
        sent != null && ACCEPTED.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    context.put(KEY, id);
    context.response().putHeader(HEADER, id);
    BrowserHeaders.put(context);
    MDC.put(KEY, id);
    return id;
  }

  /** Whether the request already has an id. */
  public static boolean given(RoutingContext context) {
    return context.get(KEY) != null;
  }

  /** The id of this request; a new one if the request failed before it had one. */
  public static String of(RoutingContext context) {
    String id = context.get(KEY);
    return id == null ? assign(context) : id;
  }
}
