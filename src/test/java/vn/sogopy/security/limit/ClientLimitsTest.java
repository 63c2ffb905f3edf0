package vn.sogopy.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;
import vn.sogopy.testing.UsedKeys;

/** Limits of one client do not affect another. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class ClientLimitsTest {
  private static final String FEED = "/plans/%s/changes?wait=%d";

  @TestHTTPResource("/api/v1")
  URI root;

  private static String newKey() {
    return newKey("VIEWER");
  }

  private static String newKey(String role) {
    return Api.as(Key.ADMIN)
        .body(json("name", "Nhanh", "role", role, "client", "fast-" + UUID.randomUUID()))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  @Test
  void responsesNameTheRemainder() {
    String secret = newKey();
    Response first = Api.as(secret).get("/me");
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=120;w=120");
    assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=119;t=1");
    Response missing = Api.wrong(secret).get("/plans/no-such-plan");
    assertThat(missing.header("RateLimit")).matches("\"default\";r=1[12]\\d;t=\\d");
    Response nobody = Api.wrong("none").get("/me");
    assertThat(nobody.header("RateLimit")).isNull();
  }

  @Test
  void excessIs429WithRetryAfter() {
    String secret = newKey();
    Response refused = null;
    for (int i = 0; i < 20 * SmallLimits.BURST && refused == null; i++) {
      Response answer = Api.wrong(secret).get("/me");
      refused = answer.statusCode() == 200 ? null : answer;
    }
    assertThat(refused).isNotNull();
    refused.then().spec(problem(429, "too-many-requests"));
    assertThat(refused.header("Retry-After")).isEqualTo("1");
    assertThat(refused.header("RateLimit")).startsWith("\"default\";r=0;t=");
    Api.as(newKey()).get("/me").then().statusCode(200);
  }

  /** Whoever has the link does not use up the requests of the coordinator who made it. */
  @Test
  void storedLinkHasItsOwnLimits() {
    String secret = newKey("COORDINATOR");
    String path = "/api/v1" + TestPlan.open().draftPath(1) + "/consultees/template";
    for (int i = 0; i < 10; i++) {
      Api.as(secret).get("/me").then().statusCode(200);
    }
    String url =
        Api.as(secret)
            .body(json("path", path, "minutes", 120))
            .post("/download-links")
            .then()
            .statusCode(201)
            .extract()
            .path("url");
    UsedKeys.note(url.substring(url.indexOf("link=") + "link=".length()));
    Response opened = Api.anonymous().basePath("").urlEncodingEnabled(false).get(url);
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.header("RateLimit")).isEqualTo("\"default\";r=119;t=1");
  }

  @Test
  void threadsPerClientAreLimited() throws Exception {
    HttpClient http = HttpClient.newHttpClient();
    String secret = newKey();
    String slug = TestPlan.open().slug();
    List<CompletableFuture<HttpResponse<String>>> waiting = new ArrayList<>();
    for (int i = 0; i < SmallLimits.UNDER_WAY + 1; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(root + FEED.formatted(slug, 5)))
              .header("X-API-Key", secret)
              .build();
      waiting.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> one : waiting) {
      statuses.add(one.get().statusCode());
    }
    assertThat(statuses).containsOnlyOnce(429);
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(SmallLimits.UNDER_WAY);
    // Finished requests do not count any more.
    Api.as(secret).get("/me").then().statusCode(200);
  }
}
