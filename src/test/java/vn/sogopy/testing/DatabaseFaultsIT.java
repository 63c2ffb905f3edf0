package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/** Failures of the database server as a whole, and the responses of the service. */
class DatabaseFaultsIT {
  private static final String DRAFT = "/plans/bac-kan-2021-2030/drafts/2";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String NOT_READY = "not ready, the database does not answer";

  @TempDir static Path parent;

  private static Path data;
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    service = PackagedService.start(data, Map.of("SOGOPY_DATABASE_LOCK_TIMEOUT", "1s"));
  }

  @AfterAll
  static void stop() throws Exception {
    service.close();
  }

  private static List<String> postmaster() throws IOException {
    return Files.readAllLines(data.resolve("pg/data/postmaster.pid"));
  }

  private static Connection connect(String user, String database, String file)
      throws IOException, SQLException {
    String url = "jdbc:postgresql://127.0.0.1:" + postmaster().get(3) + "/" + database;
    return DriverManager.getConnection(
        url, user, Files.readString(data.resolve("pg").resolve(file)).strip());
  }

  private static Connection connect() throws IOException, SQLException {
    return connect("sogopy", "sogopy", "password");
  }

  private static void asSuperuser(String... statements) throws IOException, SQLException {
    try (Connection connection = connect("postgres", "postgres", "superuser-password");
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** The timeout is not a promise of the service; it ends a test without a response. */
  private static HttpRequest.Builder request(String path, String key) throws IOException {
    return HttpRequest.newBuilder(service.uri(path))
        .timeout(Duration.ofSeconds(45))
        .header("X-API-Key", service.key(key));
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return HTTP.send(
        request("/api/v1" + path, "COORDINATOR").build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpRequest post(String content, String idempotencyKey) throws IOException {
    return request("/api/v1" + DRAFT + "/comments", "SGTVT")
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", idempotencyKey)
        .POST(HttpRequest.BodyPublishers.ofString("{\"content\": \"" + content + "\"}"))
        .build();
  }

  private static HttpResponse<String> send(HttpRequest request) throws Exception {
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void isTemporary(HttpResponse<String> answer, String code) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
  }

  private static int count(String content) throws IOException, SQLException {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        var rows =
            sql.executeQuery("select count(*) from comment where content = '" + content + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plusSeconds(60);
    while (!condition.call()) {
      assertThat(Instant.now()).as(service.output()).isBefore(end);
      Thread.sleep(20);
    }
  }

  @Test
  void lockedTableIs503() throws Exception {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("lock table comment in access exclusive mode");
      List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        waiting.add(
            HTTP.sendAsync(
                request("/api/v1" + DRAFT + "/comments", "COORDINATOR").build(),
                HttpResponse.BodyHandlers.ofString()));
      }
      waiting.add(
          HTTP.sendAsync(
              post("x", UUID.randomUUID().toString()), HttpResponse.BodyHandlers.ofString()));

      assertThat(get("/organizations").statusCode()).isEqualTo(200);
      for (Future<HttpResponse<String>> one : waiting) {
        isTemporary(one.get(), "service-unavailable");
      }
      assertThat(get("/organizations").statusCode()).isEqualTo(200);
      connection.rollback();
    }
    assertThat(get(DRAFT + "/comments").statusCode()).isEqualTo(200);
  }

  @Test
  void lockedRowIs503() throws Exception {
    JsonNode comment = JSON.readTree(send(post("khóa dòng", UUID.randomUUID().toString())).body());
    HttpRequest assign =
        request("/api/v1/comments/" + comment.path("id").asText() + "/assignment", "CONSULTANT")
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"assignee\": \"An\"}"))
            .build();
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      sql.execute("select 1 from comment where content = 'khóa dòng' for update");
      isTemporary(send(assign), "service-unavailable");
      connection.rollback();
    }
    assertThat(send(assign).statusCode()).isEqualTo(200);
  }

  /** The backend dies after the COMMIT is on disk and before its response. */
  @Test
  void lostCommitResponse() throws Exception {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> answer;
    asSuperuser("alter system set synchronous_standby_names = 'nobody'", "select pg_reload_conf()");
    try {
      CompletableFuture<HttpResponse<String>> sent =
          HTTP.sendAsync(post("mất lời đáp", key), HttpResponse.BodyHandlers.ofString());
      while (!sent.isDone()) {
        asSuperuser(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where wait_event = 'SyncRep' and usename = 'sogopy'");
        Thread.sleep(20);
      }
      answer = sent.get();
    } finally {
      asSuperuser("alter system reset synchronous_standby_names", "select pg_reload_conf()");
    }

    isTemporary(answer, "outcome-unknown");
    assertThat(JSON.readTree(answer.body()).path("detail").asText())
        .contains("không rõ đã ghi hay chưa, hãy gửi lại với cùng Idempotency-Key");

    HttpResponse<String> again = send(post("mất lời đáp", key));

    assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(count("mất lời đáp")).isEqualTo(1);
  }

  /** As the out-of-memory killer does. */
  @Test
  void killedServerIsRestarted() throws Exception {
    assertThat(send(post("trước khi chết", UUID.randomUUID().toString())).statusCode())
        .isEqualTo(201);
    String before = service.output();
    List<String> old = postmaster();
    List<String> down = new ArrayList<>();

    ProcessHandle.of(Long.parseLong(old.get(0))).orElseThrow().destroyForcibly();

    HttpResponse<String> ready;
    do {
      ready = send(request("/q/health/ready", "COORDINATOR").build());
      down.add(ready.body());
    } while (ready.statusCode() != 503);
    await(() -> service.output().substring(before.length()).contains(NOT_READY + ": SQLSTATE "));
    await(
        () -> {
          down.add(send(request("/q/health/ready", "COORDINATOR").build()).body());
          return get("/organizations").statusCode() == 200;
        });

    assertThat(count("trước khi chết")).isEqualTo(1);
    assertThat(postmaster().get(3)).isEqualTo(old.get(3));
    assertThat(postmaster().get(0)).isNotEqualTo(old.get(0));
    assertThat(down)
        .noneMatch(body -> body.contains("127.0.0.1") || body.contains(old.get(3)))
        .noneMatch(body -> body.toLowerCase().contains("connection"));
    String after = service.output().substring(before.length());
    assertThat(after).contains("has ended", "runs again").doesNotContain("\tat ");
    Map<String, Long> said =
        after
            .lines()
            .filter(line -> line.contains("SQLSTATE"))
            .map(line -> line.substring(line.indexOf("] ") + 2).replaceAll("^[0-9a-f-]{36} ", ""))
            .collect(
                Collectors.groupingBy(Function.identity(), HashMap::new, Collectors.counting()));
    assertThat(said).isNotEmpty().allSatisfy((line, times) -> assertThat(times).isEqualTo(1));
  }
}
