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

  /** An SQLSTATE of the SQL standard. */
  private static final String CONNECTION_FAILURE = "08006";

  @Inject DataSource source;

  @Override
  public HealthCheckResponse call() {
    try (Connection connection = source.getConnection()) {
      if (!connection.isValid(SECONDS)) {
        throw new SQLException("the connection is lost", CONNECTION_FAILURE);
      }
      return HealthCheckResponse.up("database");
    } catch (SQLException e) {
      Outage.log("not ready, the database does not answer", e);
      return HealthCheckResponse.down("database");
    }
  }
}
