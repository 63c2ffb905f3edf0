package vn.sogopy.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.sogopy.platform.sql.Outage;

/**
 * Checks the connection to the database. It replaces the check of the framework, which exposes the
 * driver's message with host and port.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
  private static final int SECONDS = 3;

  @Inject DataSource source;

  @Override
  public HealthCheckResponse call() {
    boolean answers = false;
    try (Connection connection = source.getConnection()) {
      answers = connection.isValid(SECONDS);
    } catch (SQLException e) {
      Outage.log("not ready, the database does not answer", e);
    }
    return HealthCheckResponse.named("database").status(answers).build();
  }
}
