package vn.sogopy.setup;

import io.quarkus.dev.console.DevConsoleManager;
import io.smallrye.config.SmallRyeConfig;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.EmbeddedDatabase;

/**
 * Keeps the embedded database running from before the application starts until after it has
 * stopped.
 *
 * <p>The JVM runs its shutdown hooks at once and in no order: Quarkus' hook, which drains requests
 * and closes the pool, and the one here, which stops the database. A semaphore orders them. Whoever
 * runs the application holds it from {@link #enter} to {@link #leave}; the hook stops the database
 * only once it has it. That one hook covers a signal, a normal end and a failed start alike.
 *
 * <p>In development mode the application's classes are loaded anew at each change while the
 * database stays up. So the semaphore, a class of the JDK, is kept where Quarkus keeps what
 * survives a reload; in production that is a plain static map.
 */
final class DatabaseLifecycle {

  private static final String KEY = "vn.sogopy.database-lifecycle";

  /** The pool is closed long before, unless the application hangs; then better late than killed. */
  private static final long HOOK_WAIT_SECONDS = 120;

  private static final int DATABASE_LOST = 1;

  private static volatile boolean jvmStopping;

  private final Semaphore applicationRuns;
  private final boolean started;
  private final AtomicBoolean left = new AtomicBoolean();

  private DatabaseLifecycle(Semaphore applicationRuns, boolean started) {
    this.applicationRuns = applicationRuns;
    this.started = started;
  }

  /** Joins the database's life, as the one that runs the application. */
  static DatabaseLifecycle enter() {
    Semaphore known = DevConsoleManager.getGlobal(KEY);
    Semaphore semaphore = known == null ? new Semaphore(1) : known;
    semaphore.acquireUninterruptibly();
    return new DatabaseLifecycle(semaphore, known != null);
  }

  /**
   * Locks the data folder and, unless a database is configured, starts the embedded one and
   * configures it. Does nothing after a reload.
   *
   * @param config the configuration as the application will see it
   * @throws StartupException when the folder or the database cannot be had
   */
  void start(SmallRyeConfig config) {
    if (started) {
      return;
    }
    String folder =
        config.getOptionalValue(DataDirectory.PROPERTY, String.class).orElse(DataDirectory.DEFAULT);
    DataDirectory directory = DataDirectory.lock(DataDirectory.configured(folder));
    Stopper stopper = new Stopper(applicationRuns, directory);
    try {
      Runtime.getRuntime().addShutdownHook(stopper);
      if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isEmpty()) {
        EmbeddedDatabase database = EmbeddedDatabase.start(directory);
        stopper.database = database;
        database.keepRunning(() -> System.exit(DATABASE_LOST));
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("sogopy.embedded", "true");
      }
      DevConsoleManager.setGlobal(KEY, applicationRuns);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  /** Whether the JVM has begun to stop, so that there is no point in starting the application. */
  boolean isJvmStopping() {
    return jvmStopping;
  }

  /** Lets the database be stopped; to be called once the application has. May be called again. */
  void leave() {
    if (!left.getAndSet(true)) {
      applicationRuns.release();
    }
  }

  /** The shutdown hook. */
  private static final class Stopper extends Thread {
    private final Semaphore applicationRuns;
    private final DataDirectory directory; // keeps the lock's channel from being collected
    private volatile EmbeddedDatabase database;

    Stopper(Semaphore applicationRuns, DataDirectory directory) {
      super("database-stopper");
      this.applicationRuns = applicationRuns;
      this.directory = directory;
    }

    @Override
    public void run() {
      jvmStopping = true;
      try {
        if (!applicationRuns.tryAcquire(HOOK_WAIT_SECONDS, TimeUnit.SECONDS)) {
          System.err.println("so-gop-y: the application hangs; stopping its database regardless");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (database != null) {
        database.close();
      }
      directory.close();
    }
  }
}
