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
import vn.sogopy.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

/** Who was refused, and what went out. */
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

  private List<JsonNode> lines() {
    refused.write();
    return Lines.of(id);
  }

  private long sum(String column) {
    return Sql.of("select coalesce(sum(" + column + "), 0) from audit where outcome = 'REFUSED'")
        .first(source, row -> row.getLong(1))
        .orElseThrow();
  }

  @Test
  void whoHasNoKey() {
    Api.anonymous().header("X-Request-Id", id).get("/plans?q=x").then().statusCode(401);
    assertThat(lines())
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
  void aKeyThatWasStoppedIsKnownByItsPrefixAlone() {
    String key =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "VIEWER"))
            .post("/api-keys")
            .then()
            .extract()
            .path("key");
    String stopped =
        key.replaceFirst("_[0-9a-f]{8}$", "_00000000"); // its checksum is wrong: no key of ours
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
    assertThat(lines())
        .extracting(line -> line.path("credential").asText(null))
        .containsExactly(null, "prefix:" + key.substring(0, 12));
    assertThat(lines().toString()).doesNotContain(key.substring(13, 30));
  }

  @Test
  void whoMayNot() {
    Lines.as(Key.VIEWER, id).get("/api-keys").then().statusCode(403);
    assertThat(lines())
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
  void aWrongRequestIsNoRefusal() {
    Lines.as(Key.VIEWER, id).get("/plans/none").then().statusCode(404);
    assertThat(lines()).isEmpty();
  }

  @Test
  void tenThousandLeaveFewLinesWhoseSumIsRight() throws Exception {
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
    refused.write();
    refused.sumUp();
    assertThat(answered).allMatch(count -> count == each);
    assertThat(sum("attempts") - attempts).isEqualTo(4L * each);
    // Within two turns, if a minute ended meanwhile; some minutes more on a slow machine.
    assertThat(sum("1") - rows).isBetween(2L, 10L * (RefusalMeter.EACH + 1));
  }

  private static int status(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFileThatWentOutIsALine() {
    TestPlan plan = TestPlan.open();
    plan.comment("Bí mật");
    String register = plan.draftPath(1) + "/register";
    Lines.as(Key.VIEWER, id)
        .accept("*/*")
        .get(register + "?format=csv&section=V.1")
        .then()
        .statusCode(200);
    Lines.as(Key.VIEWER, id).get(register).then().statusCode(200);
    Lines.as(Key.CONSULTANT, id)
        .accept("*/*")
        .get(plan.draftPath(1) + "/worklist?q=mat&status=RECEIVED")
        .then()
        .statusCode(200);
    Lines.as(Key.COORDINATOR, id).get(plan.draftPath(1) + "/consultees").then().statusCode(200);
    List<JsonNode> lines = lines();
    assertThat(lines)
        .extracting(line -> line.path("operation").asText())
        .containsExactly("getRegister", "getRegister", "exportWorklist");
    assertThat(lines)
        .extracting(line -> line.path("parameters").asText(null))
        .containsExactly("format=csv&section=V.1", null, "status=RECEIVED");
    assertThat(lines).allMatch(line -> line.path("outcome").asText().equals("DONE"));
  }

  @Test
  void whatCannotBeWrittenDownDoesNotGoOut() {
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
