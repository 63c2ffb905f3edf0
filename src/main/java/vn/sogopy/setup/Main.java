package vn.sogopy.setup;

import io.quarkus.runtime.Application;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.slf4j.LoggerFactory;
import vn.sogopy.platform.database.StartupException;
import vn.sogopy.platform.sql.SqlException;

/**
 * Starts the service: its database first, if none is configured, then Quarkus.
 *
 * <p>A startup that fails for a reason the operator can correct prints one message and exits with
 * code 1.
 */
@QuarkusMain
public final class Main {

  private static final int START_FAILED = 1;

  private static final String STOP_AFTER_START = "--stop-after-start";

  private static final String OTHER_SCHEMA =
      "The database was made by another build of so-gop-y, whose migrations this build does not have. "
          + "Start the build that made it, or name an empty database (QUARKUS_DATASOURCE_JDBC_URL) "
          + "or, for the embedded one, an empty data folder (SOGOPY_DATA_DIR).";

  /** A strong reference: a logger that is garbage collected loses its filter. */
  private static final Logger QUARKUS = Logger.getLogger(Application.class.getName());

  Main() {}

  /**
   * Runs the service until the process receives a signal to stop.
   *
   * <p>The start of the database and the first half of that of Quarkus, which needs no database,
   * run in parallel.
   *
   * @param args {@code --stop-after-start} stops the service when it is ready
   */
  public static void main(String... args) {
    DatabaseLifecycle lifecycle = DatabaseLifecycle.enter();
    try {
      SmallRyeConfig config = ConfigUtils.configBuilder().build();
      config
          .getOptionalValue("sogopy.bootstrap-admin-key", String.class)
          .ifPresent(FirstKeysService::checked);
      Network.configureCors(config);
      // SLF4J prints warnings if two threads create its first loggers.
      LoggerFactory.getILoggerFactory();
      lifecycle.beginStart(config);
      try {
        initializeQuarkus();
      } finally {
        lifecycle.awaitStart();
      }
      if (!lifecycle.isJvmStopping()) {
        runQuarkus(lifecycle, args);
      }
    } catch (StartupException e) {
      lifecycle.leave();
      if (isDevelopmentMode()) {
        throw e; // Quarkus shows it and retries after the next change
      }
      tell(e);
      System.exit(START_FAILED);
    } finally {
      lifecycle.leave();
    }
  }

  /** Runs the static initialization of the application, as {@code Quarkus.run} would. */
  private static void initializeQuarkus() {
    try {
      Class.forName(
          Application.APP_CLASS_NAME, true, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Runs Quarkus until it ends. The exit handler of Quarkus ends the JVM in this thread, after the
   * application has stopped. The semaphore of the database must be released at that moment, or the
   * shutdown of the JVM would wait for it. The handler of Quarkus is kept: a handler passed to
   * {@code run} would also suppress its messages about a port in use or a wrong configuration. Only
   * the stack trace of a {@link StartupException} is suppressed, since its message is for the
   * operator.
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
      Quarkus.run(List.of(args).contains(STOP_AFTER_START) ? StopAfterStart.class : null, args);
    } finally {
      ApplicationLifecycleManager.setDefaultExitCodeHandler(exit);
    }
  }

  /** The message for the operator, if the operator can correct the cause. */
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
   * Why a configured database cannot be used, with the setting to correct.
   *
   * @param state the SQLSTATE of a failed startup; null = none
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
        .map(text -> "The database %s %s. (SQLSTATE %s)".formatted(address(config), text, state));
  }

  /** Without its parameters, which may hold a password. */
  private static String address(Config config) {
    return config
        .getOptionalValue("quarkus.datasource.jdbc.url", String.class)
        .orElse("")
        .replaceFirst("\\?.*", "");
  }

  /** Ends when the service is ready. */
  public static final class StopAfterStart implements QuarkusApplication {
    @Override
    public int run(String... args) {
      return 0;
    }
  }

  private static void tell(StartupException refusal) {
    System.err.println("so-gop-y cannot start. " + refusal.getMessage());
  }

  private static boolean isDevelopmentMode() {
    return Main.class.getClassLoader().getClass().getSimpleName().equals("QuarkusClassLoader");
  }
}
