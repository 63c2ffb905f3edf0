package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * The packaged service gets SIGTERM while requests are under way. A request that ends in time gets
 * its response. Any other gets 503, or its connection is closed.
 */
class StopUnderLoadIT {
  private static final String DRAFT = "/api/v1/plans/bac-kan-2021-2030/drafts/2";
  private static final String COMMENT =
      "{\"organization\": \"sgtvt\", \"content\": \"Ý kiến lúc máy chủ dừng\"}";
  private static final String SEAL = "{\"allowUnanswered\": true, \"allowUnplaced\": true}";
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");

  @TempDir Path data;

  private final Queue<String> answers = new ConcurrentLinkedQueue<>();
  private final ExecutorService clients = Executors.newCachedThreadPool();

  /** Clients that write, seal and read without pauses. */
  @Test
  void answersRequestsThatEndInTime() throws Exception {
    DatabaseTemplate.copyTo(data);
    try (PackagedService service = PackagedService.start(data)) {
      CountDownLatch warm = new CountDownLatch(300);
      for (int i = 0; i < 8; i++) {
        again(service, warm, "POST", "/comments", COMMENT);
      }
      for (int i = 0; i < 4; i++) {
        again(service, warm, "POST", "/editions", SEAL);
      }
      again(service, warm, "GET", "/register?format=docx", "");
      again(service, warm, "GET", "/statistics", "");
      again(service, warm, "GET", "/comments?limit=200", "");
      assertThat(warm.await(5, TimeUnit.MINUTES)).as("300 answers before the stop").isTrue();

      stop(service);
      assertThat(answers).allMatch(answer -> isGone(answer) || isPutOff(answer) || isDone(answer));
    }
  }

  /** Requests that wait for a database lock, for the rest of a body, and for events. */
  @Test
  void abortsSlowRequests() throws Exception {
    Map<String, String> hurry = Map.of("QUARKUS_SHUTDOWN_TIMEOUT", "2s");
    DatabaseTemplate.copyTo(data);
    try (PackagedService service = PackagedService.start(data, hurry);
        Connection database = database();
        Statement statement = database.createStatement()) {
      database.setAutoCommit(false);
      statement.execute("lock table comment, edition in access exclusive mode");
      for (int i = 0; i < 8; i++) {
        once(service, "POST", "/comments", COMMENT);
      }
      for (int i = 0; i < 2; i++) {
        once(service, "POST", "/editions", SEAL);
        once(service, "GET", "/register?format=docx", "");
        once(service, "GET", "/statistics", "");
        once(service, "POST", "/comment-imports", "{");
        once(service, "GET", "/../../changes?wait=30", "");
      }
      awaitWaiting(statement, 12);

      stop(service);
      assertThat(answers)
          .hasSize(18)
          .allMatch(
              answer -> isGone(answer) || isPutOff(answer) || answer.startsWith("HTTP/1.1 200 "));
    }
  }

  private void stop(PackagedService service) throws Exception {
    assertThat(service.stop()).isEqualTo(143); // 128 + SIGTERM
    clients.shutdown();
    assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(service.output()).doesNotContain("\tat ");
    assertThat(data.resolve("pg/data/postmaster.pid")).doesNotExist();
  }

  /** The connection was closed before any response, or was refused. */
  private static boolean isGone(String answer) {
    return answer.isEmpty();
  }

  private static boolean isPutOff(String answer) {
    return answer.startsWith("HTTP/1.1 503 ")
        && answer.toLowerCase().contains("\r\nretry-after: ")
        && isWhole(answer);
  }

  /** Concurrent seals may get 409, and many requests 429. */
  private static boolean isDone(String answer) {
    return answer.matches("(?s)HTTP/1\\.1 (2..|409|429) .*") && isWhole(answer);
  }

  private static boolean isWhole(String answer) {
    Matcher length = LENGTH.matcher(answer);
    int body = answer.indexOf("\r\n\r\n") + 4;
    return length.find()
        ? answer.length() - body == Integer.parseInt(length.group(1))
        : answer.endsWith("\r\n0\r\n\r\n");
  }

  private void again(
      PackagedService service, CountDownLatch done, String method, String path, String body)
      throws IOException {
    String request = request(service, method, path, body);
    int port = service.port();
    clients.execute(
        () -> {
          String answer;
          do {
            answer = send(port, request);
            answers.add(answer);
            done.countDown();
          } while (!isGone(answer));
        });
  }

  private void once(PackagedService service, String method, String path, String body)
      throws IOException {
    String request = request(service, method, path, body);
    int port = service.port();
    clients.execute(() -> answers.add(send(port, request)));
  }

  private static String request(PackagedService service, String method, String path, String body)
      throws IOException {
    // The body of this import is never complete.
    int length = body.equals("{") ? 1_000 : body.getBytes(StandardCharsets.UTF_8).length;
    String type = body.equals("{") ? "application/x-ndjson" : "application/json";
    return method
        + " "
        + Path.of(DRAFT + path).normalize()
        + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-API-Key: "
        + service.key("COORDINATOR")
        + "\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  /** Sends over a plain socket, to see the end of a response. One char a byte; may be empty. */
  private static String send(int port, String request) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      for (int read = in.read(); read >= 0; read = in.read()) {
        answer.write(read);
      }
    } catch (IOException gone) {
      // The bytes received before are the response.
    }
    return answer.toString(StandardCharsets.ISO_8859_1);
  }

  private Connection database() throws IOException, SQLException {
    String port = Files.readAllLines(data.resolve("pg/data/postmaster.pid")).get(3);
    String password = Files.readString(data.resolve("pg/password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/sogopy", "sogopy", password);
  }

  private static void awaitWaiting(Statement statement, int requests) throws Exception {
    int waiting = 0;
    for (int i = 0; i < 2_000 && waiting < requests; i++) {
      Thread.sleep(25);
      try (ResultSet count =
          statement.executeQuery(
              "select count(*) from pg_locks where not granted and locktype = 'relation'")) {
        count.next();
        waiting = count.getInt(1);
      }
    }
    assertThat(waiting).as("requests that wait for the lock").isGreaterThanOrEqualTo(requests);
  }
}
