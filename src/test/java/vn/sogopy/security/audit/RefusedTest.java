package vn.sogopy.security.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;
import static vn.sogopy.testing.Api.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.security.audit.RefusedAttempts.RefusalMeter;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

/** Audit of refusals and exports. */
@QuarkusTest
class RefusedTest {
  @Inject RefusedAttempts refused;
  @Inject DataSource source;

  private final String id = Lines.id();

  @BeforeEach
  void beginAnew() {
    refused.write();
    refused.sumUp();
  }

  /** The entries of this test's requests. A refusal is recorded after its response. */
  private List<JsonNode> lines(int expected) throws InterruptedException {
    List<JsonNode> lines = List.of();
    for (int i = 0; i < 1_200 && lines.size() < expected; i++) {
      Thread.sleep(i == 0 ? 0 : 50);
      refused.write();
      lines = Lines.of(id);
    }
    return lines;
  }

  private long sum(String column) {
    return Sql.of("select coalesce(sum(" + column + "), 0) from audit where outcome = 'REFUSED'")
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  @Test
  void missingKeyIsRecorded() throws InterruptedException {
    Api.anonymous().header("X-Request-Id", id).get("/plans?q=x").then().statusCode(401);
    assertThat(lines(1))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("outcome").asText()).isEqualTo("REFUSED");
              assertThat(line.path("status").asInt()).isEqualTo(401);
              assertThat(line.path("code").asText()).isEqualTo("unauthenticated");
              assertThat(line.path("operation").asText()).isEqualTo("listPlans");
              assertThat(line.path("path").asText()).isEqualTo("/api/v1/plans");
              assertThat(line.path("parameters").isNull()).isTrue();
              assertThat(line.path("address").asText()).isEqualTo("127.0.0.1");
              assertThat(line.path("name").isNull()).isTrue();
              assertThat(line.path("credential").isNull()).isTrue();
            });
  }

  @Test
  void revokedKeyIsRecordedByPrefix() throws InterruptedException {
    String key =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "VIEWER"))
            .post("/api-keys")
            .then()
            .extract()
            .path("key");
    String stopped =
        key.replaceFirst("_[0-9a-f]{8}$", "_00000000"); // wrong checksum: not a key of this service
    Api.anonymous().header("X-Request-Id", id).header("X-API-Key", stopped).get("/me");
    String keyId =
        Sql.of("select id from api_key where prefix = ?", key.substring(0, 12))
            .first(source, row -> row.getString(1))
            .orElseThrow();
    Api.as(Key.ADMIN).delete("/api-keys/" + keyId).then().statusCode(204);
    Api.anonymous()
        .header("X-Request-Id", id)
        .header("Authorization", "Bearer " + key)
        .get("/me")
        .then()
        .statusCode(401);
    List<JsonNode> lines = lines(2);
    assertThat(lines)
        .extracting(line -> line.path("credential").asText(null))
        .containsExactly(null, "prefix:" + key.substring(0, 12));
    assertThat(lines.toString()).doesNotContain(key.substring(13, 30));
  }

  /** The audit can never be changed, and its readers must not see the keys of others. */
  @Test
  void keyInAPathIsRedacted() throws InterruptedException {
    String key = Key.VIEWER.secret();
    String token = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl";
    for (String path : List.of(key, "comments/" + key, "plans/" + key, "plans/x/drafts/" + token)) {
      Api.anonymous().header("X-Request-Id", id).get("/" + path).then().statusCode(401);
    }
    assertThat(lines(4)).hasSize(4);
    assertThat(lines(4).toString())
        .contains("/api/v1/comments/" + key.substring(0, 12) + "_…")
        .doesNotContain(key.substring(13, 30), "eyJ");
  }

  /** Entries keep to the limits of the contract, which {@link Api} checks. */
  @Test
  void longValuesAreTruncated() throws InterruptedException {
    String word = "a-".repeat(200);
    URI uri =
        URI.create(
            "http://localhost:%d/api/v1/plans/%s/drafts/%s"
                .formatted(RestAssured.port, word, word));
    for (String method : List.of("GET", "METHOD".repeat(20))) {
      HttpRequest request =
          HttpRequest.newBuilder(uri)
              .header("X-Request-Id", id)
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      assertThat(status(HttpClient.newHttpClient(), request)).isEqualTo(401);
    }
    assertThat(lines(2)).hasSize(2);
  }

  @Test
  void forbiddenIsRecorded() throws InterruptedException {
    Lines.as(Key.VIEWER, id).get("/api-keys").then().statusCode(403);
    assertThat(lines(1))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.path("status").asInt()).isEqualTo(403);
              assertThat(line.path("code").asText()).isEqualTo("forbidden");
              assertThat(line.path("name").asText()).isEqualTo("UBND tỉnh (mẫu)");
              assertThat(line.path("credential").asText()).startsWith("key:");
              assertThat(line.path("operation").asText()).isEqualTo("listApiKeys");
            });
  }

  @Test
  void invalidRequestIsNotRecorded() throws InterruptedException {
    Lines.as(Key.VIEWER, id).get("/plans/none").then().statusCode(404);
    Lines.as(Key.VIEWER, id).get("/api-keys").then().statusCode(403);
    assertThat(lines(1)).extracting(line -> line.path("status").asInt()).containsExactly(403);
  }

  @Test
  void manyRefusalsAreAggregated() throws Exception {
    long rows = sum("1");
    long attempts = sum("attempts");
    URI uri = URI.create("http://localhost:" + RestAssured.port + "/api/v1/me");
    HttpClient client = HttpClient.newHttpClient();
    HttpRequest request = HttpRequest.newBuilder(uri).header("X-API-Key", "sgy_wrong").build();
    int each = 2_500;
    List<Integer> answered =
        Race.of(
            4,
            runner -> {
              int count = 0;
              for (int i = 0; i < each; i++) {
                count += status(client, request) == 401 ? 1 : 0;
              }
              return count;
            });
    assertThat(answered).allMatch(count -> count == each);
    for (int i = 0; i < 1_200 && sum("attempts") - attempts < 4L * each; i++) {
      Thread.sleep(i == 0 ? 0 : 50);
      refused.write();
      refused.sumUp();
    }
    assertThat(sum("attempts") - attempts).isEqualTo(4L * each);
    // Each minute has at most EACH entries and one sum; a slow machine needs several minutes.
    assertThat(sum("1") - rows).isBetween(2L, 20L * (RefusalMeter.EACH + 1));
  }

  private static int status(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void exportIsRecorded() throws InterruptedException {
    TestPlan plan = TestPlan.open();
    plan.comment("Bí mật");
    String register = plan.draftPath(1) + "/register";
    Lines.as(Key.VIEWER, id)
        .accept("*/*")
        .get(register + "?format=csv&section=V.1")
        .then()
        .statusCode(200);
    Lines.as(Key.VIEWER, id)
        .accept("*/*")
        .get(register + "/file?format=csv&section=V.1")
        .then()
        .statusCode(200);
    Lines.as(Key.VIEWER, id).get(register).then().statusCode(200);
    Lines.as(Key.VIEWER, id)
        .accept("*/*")
        .get(plan.draftPath(1) + "/readiness/file")
        .then()
        .statusCode(200);
    Lines.as(Key.CONSULTANT, id)
        .accept("*/*")
        .get(plan.draftPath(1) + "/worklist?q=mat&status=RECEIVED")
        .then()
        .statusCode(200);
    Lines.as(Key.COORDINATOR, id).get(plan.draftPath(1) + "/consultees").then().statusCode(200);
    List<JsonNode> lines = lines(4);
    assertThat(lines)
        .extracting(line -> line.path("operation").asText())
        .containsExactly("getRegister", "exportRegister", "getRegister", "exportWorklist");
    assertThat(lines)
        .extracting(line -> line.path("parameters").asText(null))
        .containsExactly(
            "format=csv&section=V.1", "format=csv&section=V.1", null, "status=RECEIVED");
    assertThat(lines).allMatch(line -> line.path("outcome").asText().equals("DONE"));
  }

  @Test
  void exportFailsWithoutAnEntry() {
    TestPlan plan = TestPlan.open();
    plan.comment("Bí mật");
    Sql.of(
            "alter table audit add constraint unauditable check (request_id <> '"
                + id
                + "') not valid")
        .execute(source);
    try {
      String answer =
          Lines.as(Key.VIEWER, id)
              .accept("*/*")
              .get(plan.draftPath(1) + "/register?format=csv")
              .then()
              .statusCode(anyOf(is(500), is(503)))
              .extract()
              .asString();
      assertThat(answer).doesNotContain("Bí mật").contains(id);
    } finally {
      Sql.of("alter table audit drop constraint unauditable").execute(source);
    }
  }
}
