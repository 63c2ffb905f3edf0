package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import vn.sogopy.security.limit.SmallLimits;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** Responses to wrong keys are delayed, those to right keys from the same address are not. */
@QuarkusTest
@TestProfile(SmallLimits.class)
class FailedAttemptsTest {
  private static final int FLOOD = 150;

  @TestHTTPResource("/api/v1/me")
  URI me;

  // One connection per request: on an HTTP/2 connection the server refuses requests before it has
  // read the SETTINGS.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private CompletableFuture<HttpResponse<String>> call(String secret) {
    HttpRequest.Builder request = HttpRequest.newBuilder(me);
    if (secret != null) {
      request.header("X-API-Key", secret);
    }
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Opens a link with an invalid signature. */
  private CompletableFuture<HttpResponse<String>> open(int number) {
    URI link = URI.create(me + "?link=" + number + ".x");
    return http.sendAsync(
        HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<CompletableFuture<HttpResponse<String>>> flood(int many, boolean wellFormed) {
    List<CompletableFuture<HttpResponse<String>>> calls = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      calls.add(call(wellFormed ? KeySecret.generate() : i % 2 == 0 ? "nonsense" : null));
    }
    return calls;
  }

  private static void allAreRefused(List<CompletableFuture<HttpResponse<String>>> calls)
      throws Exception {
    for (CompletableFuture<HttpResponse<String>> call : calls) {
      assertThat(call.get().statusCode()).isIn(401, 429);
      assertThat(call.get().body()).containsAnyOf("unauthenticated", "too-many-requests");
    }
  }

  @Test
  void onlyWrongKeysAreDelayed() throws Exception {
    allAreRefused(flood(SmallLimits.UNDELAYED + 12, false));
    // The next wrong one waits three seconds.
    CompletableFuture<HttpResponse<String>> wrong = call("nonsense");
    Api.as(Key.VIEWER).get("/me").then().statusCode(200);
    assertThat(wrong).isNotDone();
    assertThat(wrong.get().statusCode()).isEqualTo(401);
  }

  @Test
  void forgedLinkIsDelayed() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> opened = new ArrayList<>();
    for (int i = 0; i < SmallLimits.UNDELAYED + 12; i++) {
      opened.add(open(i));
    }
    for (CompletableFuture<HttpResponse<String>> one : opened) {
      assertThat(one.get().body()).containsAnyOf("link-invalid", "too-many-requests");
    }
    CompletableFuture<HttpResponse<String>> forged = open(99);
    Api.as(Key.VIEWER).get("/me").then().statusCode(200);
    assertThat(forged).isNotDone();
    assertThat(forged.get().statusCode()).isEqualTo(401);
  }

  @Test
  void unknownKeysDoNotBlockKnownKeys() throws Exception {
    List<CompletableFuture<HttpResponse<String>>> calls = flood(FLOOD, true);
    for (int i = 0; i < 20; i++) {
      Api.as(Key.CONSULTANT).get("/plans").then().statusCode(200);
    }
    allAreRefused(calls);
  }
}
