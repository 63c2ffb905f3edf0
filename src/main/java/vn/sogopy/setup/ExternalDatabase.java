package vn.sogopy.setup;

import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.sogopy.platform.sql.SqlException;

/** Why a database that was configured cannot be used, and which setting mends it. */
final class ExternalDatabase {
  private ExternalDatabase() {}

  /**
   * @param state the SQLSTATE of a start that failed; null = none
   */
  static Optional<String> mistake(String state) {
    Config config = ConfigProvider.getConfig();
    if (state == null || config.getOptionalValue("sogopy.embedded", Boolean.class).orElse(false)) {
      return Optional.empty();
    }
    String why =
        switch (state) {
          case "28000", "28P01" ->
              "lets nobody in with this user and password. Set QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD";
          case "3D000" ->
              "is not there. Create it, or name another one in QUARKUS_DATASOURCE_JDBC_URL";
          case "42501" ->
              "does not let its user make tables. Set QUARKUS_DATASOURCE_USERNAME to the owner of the database";
          default ->
              SqlException.isLost(state)
                  ? "cannot be reached. Start it, or set QUARKUS_DATASOURCE_JDBC_URL to where it is"
                  : null;
        };
    return Optional.ofNullable(why)
        .map(told -> "The database %s %s. (SQLSTATE %s)".formatted(address(config), told, state));
  }

  /** Without its parameters, which may hold a password. */
  private static String address(Config config) {
    return config
        .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
        .orElse("")
        .replaceFirst("\\?.*", "");
  }
}
