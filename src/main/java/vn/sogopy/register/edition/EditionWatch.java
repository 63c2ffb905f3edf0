package vn.sogopy.register.edition;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Verifies all editions periodically, and reports those that were changed in the database. Changed
 * editions do not make the service unready: all other work continues.
 */
@Default
@Readiness
@ApplicationScoped
public class EditionWatch implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(EditionWatch.class);

  @Inject EditionReader reader;

  private volatile List<UUID> damaged = List.of();

  @Scheduled(every = "${sogopy.editions.verify-every:1h}", delayed = "1m")
  void verify() {
    damaged = reader.damaged();
    if (!damaged.isEmpty()) {
      LOG.errorf("editions that were changed in the database: %s", damaged);
    }
  }

  /** Verifies all editions again if a request has found a different result. */
  public void found(EditionView edition) {
    if (edition.intact() == damaged.contains(edition.id())) {
      verify();
    }
  }

  /** The changed editions at the last verification. */
  public List<UUID> damaged() {
    return damaged;
  }

  @Override
  public HealthCheckResponse call() {
    List<UUID> found = damaged;
    return HealthCheckResponse.named("editions")
        .up()
        .withData("damaged", found.size())
        .withData("editions", found.isEmpty() ? "intact" : found.toString())
        .build();
  }
}
