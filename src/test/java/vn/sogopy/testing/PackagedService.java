package vn.sogopy.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.platform.database.TestServers;

/**
 * The packaged service, {@code target/quarkus-app/quarkus-run.jar}, as a separate process on a port
 * that the system chooses. Its working directory is not the project's.
 *
 * <p>For integration tests (failsafe), which run after the jar has been built.
 */
public final class PackagedService implements AutoCloseable {

  static final Path APP = Path.of("target/quarkus-app").toAbsolutePath();

  /** The archive of classes, used as in the README; without it a start takes twice as long. */
  static final Path ARCHIVE = APP.resolve("app.jsa");

  /** The maximum heap, as in -Xmx. */
  private static final String HEAP = "512m";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: https?://[^:\\s]+:(\\d+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Path dataFolder;
  private final Path workingFolder;
  private final Path outputFile;
  private final Process process;
  private final Instant started = Instant.now();
  private Duration timeToReady;
  private int port;

  private PackagedService(Path dataFolder, Map<String, String> environment, List<String> options)
      throws IOException {
    this.dataFolder = dataFolder;
    this.workingFolder = Files.createTempDirectory("so-gop-y-work-");
    this.outputFile = workingFolder.resolve("output.txt");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // A shell that starts the tests in the background makes its children ignore SIGINT.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT", java));
    command.addAll(options);
    command.addAll(List.of("-jar", APP.resolve("quarkus-run.jar").toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(outputFile.toFile());
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("SOGOPY_DATA_DIR", dataFolder.toAbsolutePath().toString());
    all.putIfAbsent("QUARKUS_HTTP_PORT", "0");
    builder.environment().putAll(all);
    this.process = builder.start();
  }

  /**
   * Starts the service and waits until {@code /q/health/ready} answers 200.
   *
   * @param dataFolder its data folder
   * @param environment variables in addition to those of this process; may set the port
   * @throws IOException when the process ends or is not ready in time; with its output
   */
  public static PackagedService start(Path dataFolder, Map<String, String> environment)
      throws IOException, InterruptedException {
    return start(dataFolder, environment, HEAP);
  }

  /**
   * {@link #start(Path, Map)} with this maximum heap.
   *
   * @param heap as in -Xmx
   */
  public static PackagedService start(Path dataFolder, Map<String, String> environment, String heap)
      throws IOException, InterruptedException {
    return start(dataFolder, environment, options(heap));
  }

  /**
   * {@link #start(Path, Map)} with only these JVM options.
   *
   * @param options such as -Xmx256m
   */
  public static PackagedService start(
      Path dataFolder, Map<String, String> environment, List<String> options)
      throws IOException, InterruptedException {
    PackagedService service = new PackagedService(dataFolder, environment, options);
    while (service.status("/q/health/ready") != 200) {
      if (!service.process.isAlive() || Instant.now().isAfter(service.started.plus(PATIENCE))) {
        String output = service.output();
        service.close();
        throw new IOException("The service did not become ready:\n" + output);
      }
      Thread.sleep(25);
    }
    service.timeToReady = Duration.between(service.started, Instant.now());
    return service;
  }

  /** {@link #start(Path, Map)} without further variables. */
  public static PackagedService start(Path dataFolder) throws IOException, InterruptedException {
    return start(dataFolder, Map.of());
  }

  /** Starts the service without waiting, for starts that fail. */
  public static PackagedService launch(Path dataFolder, Map<String, String> environment)
      throws IOException {
    return new PackagedService(dataFolder, environment, options(HEAP));
  }

  /** For short runs: the optimizing compiler takes as much time as the rest of a start. */
  private static List<String> options(String heap) {
    return List.of("-XX:SharedArchiveFile=" + ARCHIVE, "-XX:TieredStopAtLevel=1", "-Xmx" + heap);
  }

  /** The port, or 0 while the service does not listen yet. */
  public int port() throws IOException {
    if (port == 0) {
      Matcher matcher = LISTENING.matcher(output());
      port = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
    return port;
  }

  /** The address of a path of the service, such as {@code /q/health}. */
  public URI uri(String path) throws IOException {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  /** One of the sample's keys, such as COORDINATOR or SGTVT. */
  public String key(String name) throws IOException {
    return Files.readAllLines(dataFolder.resolve("sample-keys.env")).stream()
        .filter(line -> line.startsWith("SOGOPY_KEY_" + name + "="))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElseThrow();
  }

  private int status(String path) throws IOException, InterruptedException {
    if (port() == 0) {
      return 0;
    }
    return HTTP.send(
            HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(10)).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  /** From the start of the process until it was ready. */
  public Duration timeToReady() {
    return timeToReady;
  }

  /** All output so far. */
  public String output() throws IOException {
    return Files.readString(outputFile);
  }

  /** The file with its output. */
  Path log() {
    return outputFile;
  }

  public Process process() {
    return process;
  }

  /**
   * Runs jcmd on its JVM and waits for the result.
   *
   * @param question the command, such as GC.run
   * @return the output
   */
  public String jcmd(String question) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process asked =
        new ProcessBuilder(jcmd, String.valueOf(process.pid()), question)
            .redirectErrorStream(true)
            .start();
    return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Sends SIGTERM, waits some minutes at most, and returns the exit code. */
  public int stop() throws InterruptedException {
    process.destroy();
    return awaitExit();
  }

  /** Waits for its end, some minutes at most, and returns the exit code. */
  public int awaitExit() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("The service does not end");
    }
    return process.exitValue();
  }

  /** Kills it (SIGKILL). Its database process runs until the next start or {@link #close}. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Kills all its processes, the database too, and removes the working directory. */
  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      stop();
    }
    if (Files.isDirectory(dataFolder)) {
      TestServers.stop(dataFolder);
    }
    TestServers.deleteTree(workingFolder);
  }
}
