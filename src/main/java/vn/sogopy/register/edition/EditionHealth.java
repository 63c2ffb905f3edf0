package vn.sogopy.register.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells of editions that were changed behind the service's back. They do not make it unready: the
 * rest of the work goes on.
 */
@Readiness
@ApplicationScoped
public class EditionHealth implements HealthCheck {
  @Inject EditionWatch watch;

  @Override
  public HealthCheckResponse call() {
    List<UUID> damaged = watch.damaged();
    return HealthCheckResponse.named("editions")
        .up()
        .withData("damaged", damaged.size())
        .withData("editions", damaged.isEmpty() ? "intact" : damaged.toString())
        .build();
  }
}
