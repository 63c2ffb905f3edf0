package vn.sogopy.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A separate JVM that owns a data folder and is killed by a test. */
final class OwnerProcess implements AutoCloseable {

  private final Process process;

  private OwnerProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts the process.
   *
   * @param mode "lock" to lock the folder only, "row" to start the database and commit a row
   */
  static OwnerProcess start(String mode, Path folder) throws IOException {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new OwnerProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                classPath,
                OwnerProcess.class.getName(),
                mode,
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start());
  }

  /** Waits until the process has done what its mode says. */
  OwnerProcess awaitDone() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.equals("done")) {
        return this;
      }
    }
    throw new IOException("the process ended early");
  }

  long pid() {
    return process.pid();
  }

  /** Kills the process (SIGKILL) and waits for its end. */
  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** The entry point of the process; see {@link #start}. */
  public static void main(String... args) throws Exception {
    DataDirectory directory = DataDirectory.lock(Path.of(args[1]));
    if (args[0].equals("row")) {
      EmbeddedDatabase database = EmbeddedDatabase.start(directory);
      try (Connection connection =
              DriverManager.getConnection(
                  database.jdbcUrl(), database.username(), database.password());
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE kept (note text)");
        statement.execute("INSERT INTO kept VALUES ('Đã nhận')");
      }
    }
    System.out.println("done");
    Thread.sleep(600_000);
  }
}
