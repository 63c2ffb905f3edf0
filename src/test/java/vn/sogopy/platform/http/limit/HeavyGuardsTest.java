package vn.sogopy.platform.http.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.security.limit.SmallLimits;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Requests while all permits of a guard are taken. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class HeavyGuardsTest {
  @Inject
  @Identifier(HeavyGuards.READS)
  Guard reads;

  @Inject
  @Identifier(HeavyGuards.EXPORTS)
  Guard exports;

  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  @TestHTTPResource("/api/v1")
  URI root;

  private final CountDownLatch release = new CountDownLatch(1);
  private final List<CompletableFuture<Void>> holding = new ArrayList<>();
  private String draft;

  @BeforeEach
  void open() {
    draft = TestPlan.open().draftPath(1);
  }

  private void takeAll(Guard guard) throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(atOnce);
    for (int i = 0; i < atOnce; i++) {
      holding.add(
          CompletableFuture.runAsync(
              () -> guard.get(() -> hold(taken), Void.class), task -> new Thread(task).start()));
    }
    taken.await();
  }

  private Void hold(CountDownLatch taken) {
    taken.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  @AfterEach
  void giveAllBack() {
    release.countDown();
    holding.forEach(CompletableFuture::join);
  }

  private Response get(String path) {
    return Api.wrong(Key.VIEWER).get(draft + path);
  }

  @Test
  void readTimesOutInTheQueue() throws InterruptedException {
    takeAll(reads);
    Response refused = get("/statistics");
    refused.then().spec(problem(429, "too-many-requests"));
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    get("/register?format=csv").then().statusCode(200);
  }

  @Test
  void fileTimesOutInTheQueue() throws InterruptedException {
    takeAll(exports);
    for (String path : List.of("/register?format=csv", "/register?format=docx")) {
      Response refused = get(path);
      refused.then().spec(problem(429, "too-many-exports"));
      assertThat(refused.header("Retry-After")).isEqualTo("10");
    }
    get("/statistics").then().statusCode(200);
  }

  @Test
  void waitingCallRunsWhenASlotIsFree() throws Exception {
    takeAll(reads);
    takeAll(exports);
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (String path : List.of("/statistics", "/register?format=csv")) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(root + draft + path))
              .header("X-API-Key", Key.VIEWER.secret())
              .build();
      waiting.add(
          HttpClient.newHttpClient().sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    release.countDown();
    for (CompletableFuture<HttpResponse<String>> answer : waiting) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void failureReleasesTheSlot() {
    for (int i = 0; i <= atOnce; i++) {
      Api.wrong(Key.VIEWER).get("/plans/no-such-plan/drafts/1/statistics").then().statusCode(404);
    }
    get("/statistics").then().statusCode(200);
  }
}
