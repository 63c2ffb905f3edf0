package vn.sogopy.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The metrics at /q/metrics, and who may read them. */
@QuarkusTest
class MetricsTest {
  private static final String ID = "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";
  private static final Pattern LABEL = Pattern.compile("[{,]([a-zA-Z_]+)=\"");

  @TestHTTPResource("/api/v1/me")
  URI api;

  @ParameterizedTest
  @ValueSource(
      strings = {"/q/metrics", "/q/metrics/", "/q/metrics/x", "//q/metrics", "/q/%6detrics"})
  void keyIsRequired(String path) {
    at(Api.anonymous())
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .spec(problem(401, "unauthenticated"))
        .header("WWW-Authenticate", "Bearer realm=\"sogopy\"");
    at(Api.wrong("wrong"))
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .spec(problem(401, "unauthenticated"));
  }

  @ParameterizedTest
  @EnumSource(value = Key.class, mode = EnumSource.Mode.EXCLUDE, names = "ADMIN")
  void onlyAdminReads(Key key) {
    at(Api.wrong(key)).get("/q/metrics").then().spec(problem(403, "forbidden"));
  }

  @Test
  void adminReadsUncachedMetrics() {
    at(Api.wrong(Key.ADMIN))
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"));
    assertThat(metrics())
        .contains("jvm_memory_used_bytes{", "jvm_gc_", "agroal_active_count{", "process_uptime");
  }

  @Test
  void requestsAreCountedByPathTemplate() {
    Api.as(Key.VIEWER).get("/comments/" + ID).then().statusCode(404);
    Api.as(Key.VIEWER).get("/plans/bac-kan-2021-2030/drafts/2/comments").then().statusCode(200);
    assertThat(metrics())
        .contains("uri=\"/api/v1/plans/{plan}/drafts/{draft}/comments\"")
        .containsPattern("method=\"GET\"[^\n]*status=\"404\"[^\n]*uri=\"/api/v1/comments/\\{")
        .doesNotContain("bac-kan-2021-2030", ID);
  }

  /** No metric has a name that a client has made up, wherever the request was refused. */
  @Test
  void unknownPathsAreNotLabels() throws Exception {
    String made = "made-up-" + ID;
    Api.anonymous().get("/comments/" + made).then().statusCode(401);
    Api.wrong(Key.VIEWER).get("/" + made).then().statusCode(404);
    Api.wrong(Key.VIEWER).put("/comments/" + made).then().statusCode(405);
    Api.wrong(Key.VIEWER).queryParam(made, 1).get("/comments/" + ID).then().statusCode(400);
    Api.wrong(Key.VIEWER).get("/me;" + made).then().statusCode(404);
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(api).method("MADEUP", BodyPublishers.noBody()).build(),
            BodyHandlers.discarding());
    Api.anonymous().header("Origin", "http://x").options("/comments/" + made);
    Api.anonymous()
        .header("Origin", "http://x")
        .header("Access-Control-Request-Method", "GET")
        .options("/comments/" + made);
    at(Api.anonymous()).get("/q/" + made).then().statusCode(404);
    at(Api.anonymous()).get("/q/swagger-ui/" + made).then().statusCode(404);
    at(Api.anonymous()).get("/" + made).then().statusCode(401);
    assertThat(metrics()).contains("uri=\"/no-resource\"").doesNotContain(ID, "MADEUP", "http://x");
  }

  /** A new label needs a check first: it may have as many values as there are clients. */
  @Test
  void labelsAreBounded() {
    Set<String> labels = new TreeSet<>();
    LABEL.matcher(metrics()).results().forEach(label -> labels.add(label.group(1)));
    assertThat(labels)
        .isSubsetOf(
            "action",
            "allocator_type",
            "area",
            "bulkheadResult",
            "cache_type",
            "cause",
            "class",
            "clientName", // one value for the connections of the mailer
            "datasource",
            "executor",
            "fallback",
            "gc",
            "id",
            "level",
            "memory_type",
            "method",
            "name",
            "outcome",
            "pool",
            "pool_name",
            "pool_type",
            "result",
            "retried",
            "retryResult",
            "runtime",
            "state",
            "status",
            "uri",
            "url_scheme",
            "vendor",
            "version");
  }

  private static String metrics() {
    return given().header("X-API-Key", Key.ADMIN.secret()).get("/q/metrics").asString();
  }

  private static RequestSpecification at(RequestSpecification request) {
    return request.basePath("");
  }
}
