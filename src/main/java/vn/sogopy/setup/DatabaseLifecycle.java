package vn.sogopy.setup;

import io.quarkus.dev.console.DevConsoleManager;
import io.smallrye.config.SmallRyeConfig;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.EmbeddedDatabase;

/**
 * Keeps the embedded database running from before the startup of the application until after its
 * shutdown.
 *
 * <p>The JVM runs its shutdown hooks concurrently: that of Quarkus, which drains requests and
 * closes the pool, and that of this class, which stops the database. A semaphore orders them. The
 * runner of the application holds it from {@link #enter} to {@link #leave}; the hook acquires it
 * before it stops the database. This hook covers a signal, a normal end and a failed startup.
 *
 * <p>In development mode the application's classes are reloaded at each change while the database
 * keeps running. So the semaphore, a class of the JDK, is kept in the map of Quarkus that survives
 * a reload; in production that is a plain static map.
 */
final class DatabaseLifecycle {

  private static final String KEY = "vn.sogopy.database-lifecycle";

  /**
   * The pool is closed much earlier unless the application hangs. The timeout avoids a killed
   * database.
   */
  private static final long HOOK_WAIT_SECONDS = 120;

  private static final int DATABASE_LOST = 1;

  private static volatile boolean jvmStopping;

  private final Semaphore applicationRuns;
  private final boolean started;
  private final AtomicBoolean left = new AtomicBoolean();

  /** Completed with null if a database is configured. */
  private final CompletableFuture<EmbeddedDatabase> embedded = new CompletableFuture<>();

  private Stopper stopper;

  private DatabaseLifecycle(Semaphore applicationRuns, boolean started) {
    this.applicationRuns = applicationRuns;
    this.started = started;
  }

  /** Acquires the semaphore for the runner of the application. */
  static DatabaseLifecycle enter() {
    Semaphore known = DevConsoleManager.getGlobal(KEY);
    Semaphore semaphore = known == null ? new Semaphore(1) : known;
    semaphore.acquireUninterruptibly();
    return new DatabaseLifecycle(semaphore, known != null);
  }

  /**
   * Locks the data folder and, unless a database is configured, begins to start the embedded one.
   * Does nothing after a reload.
   *
   * @param config the configuration of the application
   * @throws StartupException if the folder is not available
   */
  void beginStart(SmallRyeConfig config) {
    if (started) {
      return;
    }
    String folder =
        config.getOptionalValue(DataDirectory.PROPERTY, String.class).orElse(DataDirectory.DEFAULT);
    DataDirectory directory = DataDirectory.lock(DataDirectory.configured(folder));
    stopper = new Stopper(applicationRuns, directory);
    Runtime.getRuntime().addShutdownHook(stopper);
    if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class).isEmpty()) {
      embedded.completeAsync(
          () -> EmbeddedDatabase.start(directory),
          task -> new Thread(task, "database-starter").start());
    } else {
      embedded.complete(null);
    }
  }

  /**
   * Waits for the embedded database and configures it.
   *
   * @throws StartupException if it does not start
   */
  void awaitStart() {
    if (started) {
      return;
    }
    try {
      EmbeddedDatabase database = embedded.join();
      if (database != null) {
        stopper.database = database;
        database.keepRunning(() -> System.exit(DATABASE_LOST));
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", database.username());
        System.setProperty("quarkus.datasource.password", database.password());
        System.setProperty("sogopy.embedded", "true");
      }
      DevConsoleManager.setGlobal(KEY, applicationRuns);
    } catch (CompletionException e) {
      stopper.directory.close();
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Whether the JVM is shutting down; the application must not start then. */
  boolean isJvmStopping() {
    return jvmStopping;
  }

  /** Permits the stop of the database. Call it after the application has stopped. Idempotent. */
  void leave() {
    if (!left.getAndSet(true)) {
      applicationRuns.release();
    }
  }

  private static final class Stopper extends Thread {
    private final Semaphore applicationRuns;
    private final DataDirectory directory; // prevents garbage collection of the channel of the lock
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
