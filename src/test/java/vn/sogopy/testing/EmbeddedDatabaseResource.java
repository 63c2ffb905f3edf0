package vn.sogopy.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.DatabaseTemplate;
import vn.sogopy.platform.database.EmbeddedDatabase;
import vn.sogopy.platform.database.TestServers;

/**
 * One real PostgreSQL for all {@code @QuarkusTest} classes of a run. It is registered as a service,
 * so they need no annotation.
 *
 * <p>Quarkus restarts its test resources in a new class loader whenever the test profile changes.
 * The server keeps running: its address is in system properties, and a shutdown hook of the JVM
 * stops it.
 *
 * <p>It contains the sample, whose keys the tests use.
 */
public final class EmbeddedDatabaseResource implements QuarkusTestResourceLifecycleManager {

  private static final String KEPT = "sogopy.test.";
  private static final Path PARENT = Path.of("target", "test-data");

  /** Commits of tests do not wait for the disk: the data need not survive a crash. */
  private static final String UNSAFE = "?options=-c%20synchronous_commit=off";

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USER = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";
  private static final String DATA_DIR = "sogopy.data-dir";

  @Override
  public Map<String, String> start() {
    synchronized (Runtime.getRuntime()) { // shared by all class loaders
      if (System.getProperty(KEPT + URL) == null) {
        startServer();
      }
    }
    Map<String, String> config = new HashMap<>();
    for (String name : new String[] {URL, USER, PASSWORD, DATA_DIR}) {
      config.put(name, System.getProperty(KEPT + name));
    }
    config.put("sogopy.sample-data", "true");
    return config;
  }

  private static void startServer() {
    try {
      TestServers.clear(PARENT);
      Files.createDirectories(PARENT);
      DataDirectory directory = DataDirectory.lock(Files.createTempDirectory(PARENT, "run-"));
      DatabaseTemplate.copyTo(directory.path());
      EmbeddedDatabase database = EmbeddedDatabase.start(directory);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(database, directory)));
      System.setProperty(KEPT + URL, database.jdbcUrl() + UNSAFE);
      System.setProperty(KEPT + USER, database.username());
      System.setProperty(KEPT + PASSWORD, database.password());
      System.setProperty(KEPT + DATA_DIR, directory.path().toString());
    } catch (IOException e) {
      throw new IllegalStateException("No test database", e);
    }
  }

  private static void remove(EmbeddedDatabase database, DataDirectory directory) {
    try {
      TestServers.remove(database, directory);
    } catch (IOException e) {
      System.err.println("Test data not removed: " + e);
    }
  }

  @Override
  public void stop() {
    // by the shutdown hook
  }
}
