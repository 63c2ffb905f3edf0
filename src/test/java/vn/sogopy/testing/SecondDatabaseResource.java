package vn.sogopy.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import vn.sogopy.platform.database.DataDirectory;
import vn.sogopy.platform.database.DatabaseTemplate;
import vn.sogopy.platform.database.EmbeddedDatabase;
import vn.sogopy.platform.database.TestServers;

/** A separate server and data folder, for a test that would make them unusable for the others. */
public final class SecondDatabaseResource implements QuarkusTestResourceLifecycleManager {
  private DataDirectory directory;
  private EmbeddedDatabase database;

  /** After the common resource, whose settings it overrides. */
  @Override
  public int order() {
    return 10;
  }

  @Override
  public Map<String, String> start() {
    try {
      directory =
          DataDirectory.lock(Files.createTempDirectory(Path.of("target", "test-data"), "second-"));
      DatabaseTemplate.copyTo(directory.path());
      database = EmbeddedDatabase.start(directory);
    } catch (IOException e) {
      throw new IllegalStateException("No test database", e);
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.username(),
        "quarkus.datasource.password", database.password(),
        "sogopy.data-dir", directory.path().toString(),
        "sogopy.sample-data", "true");
  }

  @Override
  public void stop() {
    try {
      TestServers.remove(database, directory);
    } catch (IOException e) {
      throw new IllegalStateException("Test data not removed", e);
    }
  }
}
