package vn.sogopy.platform.http.connection;

import io.micrometer.core.instrument.config.MeterFilter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps client-chosen values out of the tags of the metrics: each new path or method would create a
 * time series for the life of the process, and paths contain ids.
 */
@ApplicationScoped
public class RequestMetrics {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  /** The attribute in which Quarkus keeps the path template of the resource. */
  private static final String TEMPLATE = "UrlPathTemplate";

  /** The tag of responses that come from no resource. */
  private static final String NO_RESOURCE = "/no-resource";

  private static final int BEFORE_ALL_OTHERS = 1_003;

  void register(@Observes Filters filters) {
    filters.register(this::begin, BEFORE_ALL_OTHERS);
  }

  private void begin(RoutingContext context) {
    if (!context.normalizedPath().startsWith("/q/")) {
      ((HttpServerRequestInternal) context.request()).context().putLocal(TEMPLATE, NO_RESOURCE);
    }
    context.next();
  }

  @Produces
  @Singleton
  MeterFilter knownMethods() {
    return MeterFilter.deny(
        meter -> {
          String method = meter.getTag("method");
          return method != null
              && meter.getName().startsWith("http.server.")
              && !METHODS.contains(method);
        });
  }
}
