package vn.sogopy.setup;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.platform.sql.SqlException;

/**
 * Starts the service: its database first, if none is configured, then Quarkus.
 *
 * <p>A start that fails for a reason the operator can correct prints one message and ends with code
 * 1.
 */
@QuarkusMain
public final class Main {

  private static final int START_FAILED = 1;

  private static final String OTHER_SCHEMA =
      "The database was made by another build of so-gop-y, whose migrations this build does not have. "
          + "Start the build that made it, or name an empty database (QUARKUS_DATASOURCE_JDBC_URL) "
          + "or, for the embedded one, an empty data folder (SOGOPY_DATA_DIR).";

  static {
    // Quarkus' own way in sets it; in one jar (profile aot) this class is the way in.
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
  }

  /** Referenced, since a logger that is collected loses its filter. */
  private static final Logger QUARKUS = Logger.getLogger(Application.class.getName());

  Main() {}

  /**
   * Runs the service until the process is told to stop.
   *
   * @param args passed on to Quarkus, which has no use for them
   */
  public static void main(String... args) {
    DatabaseLifecycle lifecycle = DatabaseLifecycle.enter();
    try {
      SmallRyeConfig config = ConfigUtils.configBuilder().build();
      config
          .getOptionalValue("sogopy.bootstrap-admin-key", String.class)
          .ifPresent(FirstKeysService::checked);
      Network.settle(config);
      lifecycle.start(config);
      if (!lifecycle.isJvmStopping()) {
        runQuarkus(lifecycle, args);
      }
    } catch (StartupException e) {
      lifecycle.leave();
      if (isDevelopmentMode()) {
        throw e; // Quarkus shows it and tries again after the next change
      }
      tell(e);
      System.exit(START_FAILED);
    } finally {
      lifecycle.leave();
    }
  }

  /**
   * Runs Quarkus to its end. Its exit handler ends the JVM from within, in this thread, after the
   * application has stopped; that is the moment to let the database go, or the JVM's shutdown would
   * wait for it forever. Quarkus' own handler is kept: passing one to {@code run} would also
   * suppress its messages about a port in use or a wrong configuration. Only its stack trace of a
   * {@link StartupException} is, for that speaks to the operator.
   */
  private static void runQuarkus(DatabaseLifecycle lifecycle, String... args) {
    if (!isDevelopmentMode()) {
      QUARKUS.setFilter(entry -> refusal(entry.getThrown()).isEmpty());
    }
    BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
    ApplicationLifecycleManager.setDefaultExitCodeHandler(
        (code, failure) -> {
          refusal(failure).ifPresent(Main::tell);
          lifecycle.leave();
          exit.accept(code, failure);
        });
    try {
      Quarkus.run(args);
    } finally {
      ApplicationLifecycleManager.setDefaultExitCodeHandler(exit);
    }
  }

  /** The message for the operator, if the failure has a cause that the operator can correct. */
  private static Optional<StartupException> refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartupException startup) {
        return Optional.of(startup);
      }
      if (cause instanceof FlywayValidateException) {
        return Optional.of(new StartupException(OTHER_SCHEMA));
      }
    }
    return databaseMistake(SqlException.stateOf(failure)).map(StartupException::new);
  }

  /**
   * Why a database that was configured cannot be used, with the setting to correct.
   *
   * @param state the SQLSTATE of a start that failed; null = none
   */
  private static Optional<String> databaseMistake(String state) {
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

  private static void tell(StartupException refusal) {
    System.err.println("so-gop-y cannot start. " + refusal.getMessage());
  }

  private static boolean isDevelopmentMode() {
    return Main.class.getClassLoader().getClass().getSimpleName().equals("QuarkusClassLoader");
  }
}
