package vn.sogopy.register.edition;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Reads all editions again from time to time, and tells in {@code /q/health} of those that were
 * changed behind the service's back. They do not make it unready: the rest of the work goes on.
 */
@Readiness
@ApplicationScoped
public class EditionWatch implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(EditionWatch.class);

  @Inject EditionReader reader;

  private volatile List<UUID> damaged = List.of();

  @Scheduled(every = "${sogopy.editions.verify-every:1h}", delayed = "1m")
  void look() {
    damaged = reader.damaged();
    if (!damaged.isEmpty()) {
      LOG.errorf("editions that were changed in the database: %s", damaged);
    }
  }

  /** What {@code GET /editions/{id}} has just found. */
  void found(EditionView edition) {
    if (edition.intact() == damaged.contains(edition.id())) {
      look();
    }
  }

  @Override
  public HealthCheckResponse call() {
    List<UUID> now = damaged;
    return HealthCheckResponse.named("editions")
        .up()
        .withData("damaged", now.size())
        .withData("editions", now.isEmpty() ? "intact" : now.toString())
        .build();
  }
}
