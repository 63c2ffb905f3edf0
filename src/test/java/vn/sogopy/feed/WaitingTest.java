package vn.sogopy.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A waiting request holds neither a worker thread nor a database connection. */
@QuarkusTest
class WaitingTest {
  /** More than connections (32) and worker threads (200). */
  private static final int MANY = 250;

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject LongPolling polling;

  @TestHTTPResource("/api/v1")
  URI root;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  @AfterEach
  void noRequestIsLeft() throws InterruptedException {
    waitForWaiters(0);
  }

  private static String newKey(String role, String client) {
    return Api.as(Key.ADMIN)
        .body(json("name", "Chờ", "role", role, "client", client))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private CompletableFuture<HttpResponse<byte[]>> waitFor(String secret, String after) {
    String cursor = after == null ? "" : "&after=" + after;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + Feed.path(plan) + "?wait=30" + cursor))
            .header("X-API-Key", secret)
            .header("Accept-Language", "en")
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private void waitForWaiters(int waiters) throws InterruptedException {
    while (polling.waiting() != waiters) {
      Thread.sleep(5);
    }
  }

  private static List<String> subjects(HttpResponse<byte[]> answer) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("items").findValuesAsText("subject");
  }

  @Test
  void warningsAreInTheLanguageOfWhoWaits() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> answer = waitFor(Key.VIEWER.secret(), null);
    waitForWaiters(1);
    String future = VietnamTime.today().plusDays(3).toString();
    TestLetter.send(plan, Key.SGTVT, json("number", "1/A", "date", future));
    JsonNode items = JSON.readTree(answer.get().body()).get("items");
    assertThat(items.findValuesAsText("detail").get(0)).startsWith("The date of the letter");
  }

  @Test
  void waitingRequestsDoNotBlockOthers() throws Exception {
    TestPlan other = TestPlan.open();
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int client = 0; client < 5; client++) {
      String secret = newKey("CONSULTANT", "waiting-" + UUID.randomUUID());
      for (int i = 0; i < MANY / 5; i++) {
        answers.add(waitFor(secret, null));
      }
    }
    waitForWaiters(MANY);

    for (int i = 0; i < 10; i++) {
      other.comment("Việc khác " + i);
      Api.as(Key.VIEWER).get(other.comments()).then().statusCode(200);
    }
    assertThat(polling.waiting()).isEqualTo(MANY); // no event that they may see
    assertThat(answers).noneMatch(CompletableFuture::isDone);

    TestComment comment = plan.comment("Tin mới");
    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertThat(subjects(answer.get())).containsExactly(comment.id());
    }
  }

  @Test
  void invisibleEventsResumeNoRequest() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> answer = waitFor(Key.SGTVT.secret(), null);
    waitForWaiters(1);
    plan.comment(Key.BABE, json("content", "Của huyện"));
    Feed.of(plan, Key.COORDINATOR).rest(); // it has a position now
    TestComment mine = plan.comment("Của Sở");
    assertThat(subjects(answer.get())).containsExactly(mine.id());
  }

  @Test
  void viewerWaitsPastRestrictedEvents() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> answer = waitFor(Key.VIEWER.secret(), null);
    waitForWaiters(1);
    plan.comment(Key.SGTVT, json("content", "Kín", "restricted", true));
    TestComment open = plan.comment("Mở");
    assertThat(subjects(answer.get())).containsExactly(open.id());
  }

  @Test
  void timeoutReturnsTheSameCursor() {
    Feed feed = Feed.of(plan, Key.COORDINATOR);
    feed.read(0);
    String before = feed.after;
    assertThat(feed.read(1)).isEmpty();
    assertThat(feed.after).isEqualTo(before);
  }

  @Test
  void disconnectedRequestIsRemoved() throws Exception {
    // Sent earlier, so that its wait ends earlier.
    CompletableFuture<HttpResponse<byte[]>> other = waitFor(Key.VIEWER.secret(), null);
    waitForWaiters(1);
    try (Socket socket = new Socket(root.getHost(), root.getPort())) {
      String request =
          "GET /api/v1"
              + Feed.path(plan)
              + "?wait=30 HTTP/1.1\r\nHost: x\r\nX-API-Key: "
              + Key.VIEWER.secret()
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      waitForWaiters(2);
    }
    waitForWaiters(1);
    assertThat(other).isNotDone();
    TestComment comment = plan.comment("x");
    assertThat(subjects(other.get())).containsExactly(comment.id());
  }

  @Test
  void waitingRequestsOfAClientAreLimited() throws Exception {
    String secret = newKey("VIEWER", "many-" + UUID.randomUUID());
    List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
    for (int i = 0; i < LongPolling.MAX_OF_CLIENT; i++) {
      answers.add(waitFor(secret, null));
    }
    waitForWaiters(LongPolling.MAX_OF_CLIENT);
    Api.as(secret)
        .queryParam("wait", 30)
        .get(Feed.path(plan))
        .then()
        .spec(problem(429, "too-many-waiting"))
        .header("Retry-After", "5");
    Api.as(secret).get(Feed.path(plan)).then().statusCode(200); // without wait there is no limit
    TestComment comment = plan.comment("x");
    for (CompletableFuture<HttpResponse<byte[]>> answer : answers) {
      assertThat(subjects(answer.get())).containsExactly(comment.id());
    }
  }
}
