package vn.sogopy.http;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * The stop of the service. Requests under way go on, for {@code quarkus.shutdown.timeout} at most;
 * new ones get 503, since the framework would take them and wait for them, too. What is under way
 * after that time is cut.
 */
@ApplicationScoped
public class Stop {
  private static final int RIGHT_AFTER_THE_REQUEST_ID = 999;
  private static final int BEFORE_ALL_OTHERS = 1;

  private static volatile boolean over;

  @Inject ProblemWriter problems;

  private volatile boolean begun;

  /** Whether requests that are still under way are being cut: that they fail is no error. */
  static boolean isOver() {
    return over;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuse, RIGHT_AFTER_THE_REQUEST_ID);
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
  }

  void cut(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event) {
    over = true;
  }

  private void refuse(RoutingContext context) {
    // Health and metrics are asked to the end.
    if (begun && !context.normalizedPath().startsWith("/q/")) {
      problems.write(context, Failures.unavailable());
    } else {
      context.next();
    }
  }
}
