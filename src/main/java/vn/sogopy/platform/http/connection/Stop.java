package vn.sogopy.platform.http.connection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.ProblemWriter;

/**
 * The shutdown of the service. Current requests continue, for {@code quarkus.shutdown.timeout} at
 * most. New ones get 503; the framework would accept them and wait for them. Requests that exceed
 * the timeout are cut.
 */
@ApplicationScoped
public class Stop {
  private static final int RIGHT_AFTER_THE_REQUEST_ID = 999;
  private static final int BEFORE_ALL_OTHERS = 1;

  private static final Logger LOG = Logger.getLogger(Stop.class);

  private static volatile boolean over;

  private static final Duration LAST_WAIT = Duration.ofSeconds(1);

  @Inject ProblemWriter problems;
  @Inject AgroalDataSource database;

  private final Set<RoutingContext> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean begun;

  /** Whether the remaining requests are being cut: their failure is no error. */
  public static boolean isOver() {
    return over;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuse, RIGHT_AFTER_THE_REQUEST_ID);
  }

  void begin(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
  }

  /** Runs first, while the components that answer the requests still exist. */
  void cut(@Observes @Priority(BEFORE_ALL_OTHERS) ShutdownEvent event) throws InterruptedException {
    over = true;
    if (underWay.isEmpty()) {
      return;
    }
    LOG.warnf("requests that are cut by the stop: %d", underWay.size());
    // A request that waits for the database fails with 503.
    database.flush(AgroalDataSource.FlushMode.ALL);
    await();
    // A request that waits for the client fails too.
    underWay.forEach(context -> context.request().connection().close());
    await();
  }

  private void await() throws InterruptedException {
    long end = System.nanoTime() + LAST_WAIT.toNanos();
    while (!underWay.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(10);
    }
  }

  private void refuse(RoutingContext context) {
    // Health and metrics stay available to the end.
    if (begun && !context.normalizedPath().startsWith("/q/")) {
      problems.write(context, FailureProblems.unavailable());
      return;
    }
    underWay.add(context);
    context.addEndHandler(ended -> underWay.remove(context));
    context.next();
  }
}
