package vn.sogopy.setup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.sogopy.platform.sql.Outage;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.sql.SqlException;

/**
 * Checks the connection to the database. It replaces the check of the framework, which exposes the
 * driver's message with host and port.
 */
@Readiness
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
  @Inject DataSource source;

  @Override
  public HealthCheckResponse call() {
    boolean answers = true;
    try {
      Sql.of("select 1").exists(source);
    } catch (SqlException e) {
      answers = false;
      Outage.tell("not ready, the database does not answer", e);
    }
    return HealthCheckResponse.named("database").status(answers).build();
  }
}
