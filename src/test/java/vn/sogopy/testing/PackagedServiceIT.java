package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/** Operation of the packaged service: start, stop, kill, start again. */
class PackagedServiceIT {

  @TempDir Path parent;

  @Test
  void lifecycle() throws Exception {
    Path data = parent.resolve("data");
    try (PackagedService service = PackagedService.start(data)) {
      System.out.printf("First start: ready after %d ms%n", service.timeToReady().toMillis());
      assertThat(service.output()).doesNotContain("WARN", "ERROR", "zonky");
      assertThat(service.stop()).isEqualTo(143); // 128 + SIGTERM
      assertStoppedInOrder(data);
    }
    try (PackagedService service = PackagedService.start(data)) {
      System.out.printf("Second start: ready after %d ms%n", service.timeToReady().toMillis());
      service.kill();
      assertThat(data.resolve("pg/data/postmaster.pid")).exists();
      try (PackagedService next = PackagedService.start(data)) {
        System.out.printf("After a kill: ready after %d ms%n", next.timeToReady().toMillis());
        assertThat(next.output()).contains("left over from a service that was killed");
        interrupt(next.process().pid());
        assertThat(next.awaitExit()).isEqualTo(130); // 128 + SIGINT
        assertStoppedInOrder(data);
      }
    }
  }

  /**
   * A request is waiting for the database when the stop begins: it gets its response, and the
   * database stops after that. The processes that serve connections are suspended meanwhile, so
   * that the request cannot finish before. If the server got its signal too early, they would
   * handle it first when they continue, and end without a response. A request that comes after the
   * stop is refused.
   */
  @Test
  void stopWaitsForRequests() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    try (PackagedService service = PackagedService.start(data)) {
      List<String> server = serverChildren(data);
      signal("-STOP", server);
      CompletableFuture<HttpResponse<String>> answer =
          HttpClient.newHttpClient()
              .sendAsync(
                  HttpRequest.newBuilder(service.uri("/q/health/ready")).build(),
                  HttpResponse.BodyHandlers.ofString());
      awaitRequestInTheDatabase(service);
      service.process().destroy();
      HttpResponse<String> late = get(service, "/api/v1/me");
      for (int i = 0; i < 1_200 && late.statusCode() != 503; i++) {
        Thread.sleep(50); // the stop must have begun
        late = get(service, "/api/v1/me");
      }
      assertThat(late.statusCode()).isEqualTo(503);
      assertThat(late.headers().firstValue("Retry-After")).isPresent();
      assertThat(late.body()).contains("\"code\":\"service-unavailable\"");
      Thread.sleep(1000); // time to go as far as it can
      assertThat(answer).isNotDone();
      assertThat(service.process().isAlive()).isTrue();
      signal("-CONT", server);

      assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
      assertThat(service.awaitExit()).isEqualTo(143);
      assertStoppedInOrder(data);
    }
  }

  @Test
  void twoServicesDoNotShareAFolder() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    try (PackagedService first = PackagedService.start(data);
        PackagedService second = PackagedService.launch(data, Map.of())) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.output().lines().toList())
          .singleElement()
          .asString()
          .contains(data.toString(), "process " + first.process().pid());
      assertThat(first.process().isAlive()).isTrue();
    }
  }

  @Test
  void usedPortStopsTheStart() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Map<String, String> samePort =
          Map.of("QUARKUS_HTTP_PORT", Integer.toString(other.getLocalPort()));
      try (PackagedService service = PackagedService.launch(data, samePort)) {
        assertThat(service.awaitExit()).isEqualTo(1);
        assertThat(service.output())
            .contains("Port " + other.getLocalPort() + " seems to be in use")
            .doesNotContain("\tat ");
        assertStoppedInOrder(data);
      }
    }
  }

  @Test
  void configuredDatabaseIsUsed() throws Exception {
    Path data = parent.resolve("data");
    Map<String, String> other =
        Map.of("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:1/none");
    try (PackagedService service = PackagedService.launch(data, other)) {
      assertThat(service.awaitExit()).isEqualTo(1);
      assertThat(data.resolve("sogopy.lock")).exists();
      assertThat(data.resolve("pg")).doesNotExist();
    }
  }

  @Test
  void rootWithoutUserNamespaces() throws Exception {
    assumeTrue("root".equals(System.getProperty("user.name")));
    Path data = parent.resolve("data");
    try (PackagedService service = PackagedService.launch(data, Map.of("PATH", "/none"))) {
      assertThat(service.awaitExit()).isEqualTo(1);
      assertThat(service.output().lines().toList())
          .singleElement()
          .asString()
          .contains("non-root user", "QUARKUS_DATASOURCE_JDBC_URL");
    }
  }

  private static HttpResponse<String> get(PackagedService service, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(service.uri(path)).build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private static void assertStoppedInOrder(Path data) throws IOException {
    assertThat(data.resolve("pg/data/postmaster.pid")).doesNotExist();
    try (var logs = Files.newDirectoryStream(data.resolve("pg/log"), "postgres-*.log")) {
      for (Path log : logs) {
        List<String> lines = Files.readAllLines(log);
        assertThat(lines.get(lines.size() - 1)).endsWith("database system is shut down");
      }
    }
  }

  private static List<String> serverChildren(Path data) throws IOException {
    String postmaster = Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(0);
    return ProcessHandle.of(Long.parseLong(postmaster))
        .orElseThrow()
        .children()
        .map(child -> Long.toString(child.pid()))
        .collect(Collectors.toList());
  }

  /** Waits until a worker thread of the service waits for a response of the database. */
  private static void awaitRequestInTheDatabase(PackagedService service) throws Exception {
    for (int i = 0; i < 300; i++) {
      boolean arrived =
          Stream.of(service.jcmd("Thread.print").split("\n\n"))
              .anyMatch(
                  thread ->
                      thread.startsWith("\"executor-thread") && thread.contains("org.postgresql"));
      if (arrived) {
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no request waits for the database");
  }

  private static void interrupt(long pid) throws Exception {
    signal("-INT", List.of(Long.toString(pid)));
  }

  private static void signal(String name, List<String> pids) throws Exception {
    List<String> command = new ArrayList<>(List.of("kill", name));
    command.addAll(pids);
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }
}
