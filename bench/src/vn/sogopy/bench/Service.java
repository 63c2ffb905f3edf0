package vn.sogopy.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, with all its limits on, and its database. */
final class Service implements AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final long READY_WAIT = TimeUnit.MINUTES.toNanos(10);

  final int port;
  final Path data;

  /** Seconds from the start of the process to the first 200 of /q/health/ready. */
  final double startSeconds;

  private final Process process;
  private final Thread end = new Thread(this::stop);

  private Service(Options options, int java, Path data) throws IOException, InterruptedException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0)) {
      this.port = free.getLocalPort();
    }
    Files.createDirectories(options.out());
    Path log = options.out().resolve("service.log");
    ProcessBuilder builder =
        new ProcessBuilder(options.command(java))
            .directory(options.out().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    builder.environment().put("SOGOPY_DATA_DIR", data.toString());
    long start = System.nanoTime();
    process = builder.start();
    Runtime.getRuntime().addShutdownHook(end);
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() - start > READY_WAIT) {
        stop();
        throw new IOException("The service did not become ready, see " + log);
      }
      Thread.sleep(10);
    }
    startSeconds = (System.nanoTime() - start) / 1e9;
  }

  static Service start(Options options, int java, Path data)
      throws IOException, InterruptedException {
    return new Service(options, java, data);
  }

  private boolean ready() throws InterruptedException {
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(URI.create(url() + "/q/health/ready")).build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  /** One of the sample's keys, such as COORDINATOR. */
  String key(String name) throws IOException {
    return Files.readAllLines(data.resolve("sample-keys.env")).stream()
        .filter(line -> line.startsWith("SOGOPY_KEY_" + name + "="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }

  /**
   * MB of the process.
   *
   * @param field VmRSS (now) or VmHWM (at most so far)
   */
  long memory(String field) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith(field + ":"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  String databasePort() throws IOException {
    return Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(3);
  }

  String databasePassword() throws IOException {
    return Files.readString(data.resolve("pg/password")).strip();
  }

  /** A connection as the service has them. */
  Connection database() throws IOException, SQLException {
    return connect("sogopy", databasePassword());
  }

  /** A connection that may change the server's settings. */
  Connection superuser() throws IOException, SQLException {
    return connect("postgres", Files.readString(data.resolve("pg/superuser-password")).strip());
  }

  private Connection connect(String user, String password) throws IOException, SQLException {
    Properties properties = new Properties();
    properties.put("user", user);
    properties.put("password", password);
    properties.put("ApplicationName", "bench");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + databasePort() + "/sogopy", properties);
  }

  private void stop() {
    process.destroy();
    try {
      if (!process.waitFor(90, TimeUnit.SECONDS)) {
        System.err.println("The service does not end, process " + process.pid());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(end);
    stop();
  }
}
