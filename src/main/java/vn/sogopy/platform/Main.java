package vn.sogopy.platform;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.SmallRyeConfig;
import java.util.function.BiConsumer;
import vn.sogopy.database.StartupException;
import vn.sogopy.setup.FirstKeysService;

/**
 * Starts the service: its database first, if none is configured, then Quarkus.
 *
 * <p>A start that fails for a reason the operator can mend prints one message and ends with code 1.
 */
@QuarkusMain
public final class Main {

  private static final int START_FAILED = 1;

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
      System.err.println("so-gop-y cannot start. " + e.getMessage());
      System.exit(START_FAILED);
    } finally {
      lifecycle.leave();
    }
  }

  /**
   * Runs Quarkus to its end. Its exit handler ends the JVM from within, in this thread, after the
   * application has stopped; that is the moment to let the database go, or the JVM's shutdown would
   * wait for it forever. Quarkus' own handler is kept: passing one to {@code run} would also
   * suppress its messages about a port in use or a wrong configuration.
   */
  private static void runQuarkus(DatabaseLifecycle lifecycle, String... args) {
    BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
    ApplicationLifecycleManager.setDefaultExitCodeHandler(
        (code, failure) -> {
          lifecycle.leave();
          exit.accept(code, failure);
        });
    try {
      Quarkus.run(args);
    } finally {
      ApplicationLifecycleManager.setDefaultExitCodeHandler(exit);
    }
  }

  private static boolean isDevelopmentMode() {
    return Main.class.getClassLoader().getClass().getSimpleName().equals("QuarkusClassLoader");
  }
}
