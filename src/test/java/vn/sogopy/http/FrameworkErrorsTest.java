package vn.sogopy.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** What the framework refuses has the shape of every problem too: 404, 405, 406, 413, 415. */
@QuarkusTest
class FrameworkErrorsTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030";

  @TestHTTPResource("/api/v1")
  URI api;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/plans/no-such-plan",
        "/plans/NO",
        "/plans/no%00plan",
        "/plans/%C4%91",
        SAMPLE + "/drafts/9",
        SAMPLE + "/drafts/0",
        SAMPLE + "/drafts/02",
        SAMPLE + "/drafts/two",
        SAMPLE + "/drafts/99999999999",
        SAMPLE + "/drafts/2/nothing",
        SAMPLE + "/drafts/9/comments",
        SAMPLE + "/drafts/9/sections",
        SAMPLE + "/drafts/9/register",
        "/plans/no-such-plan/comments",
        "/comments/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11",
        "/comments/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11/history",
        "/comments/1-2-3-4-5",
        "/comments/x",
        "/organizations/no-such-body",
        "/organizations/no%00body",
        "/organizations/%E1%BB%9F",
      })
  void nothingIsThere(String path) {
    Api.wrong(Key.COORDINATOR)
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .spec(problem(404, "not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/api", "/api/v2/plans", "/api/v1x"})
  void nothingIsThereOutsideEither(String path) {
    Api.wrong(Key.COORDINATOR).basePath("").get(path).then().spec(problem(404, "not-found"));
  }

  @Test
  void aProblemNamesThePathThatWasCalled() {
    Api.wrong(Key.VIEWER).get("/nothing").then().body("instance", equalTo("/api/v1/nothing"));
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /plans, 'GET, POST'",
    "PUT, /plans/bac-kan-2021-2030, 'GET, PATCH'",
    "POST, /me, GET",
    "GET, /comments/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11/answer, PUT",
    "DELETE, /plans/bac-kan-2021-2030/drafts/2/comments, 'GET, POST'",
  })
  void aMethodThatIsNotServed(String method, String path, String allowed) {
    String[] methods = allowed.split(", ");
    Api.wrong(Key.COORDINATOR)
        .request(method, path)
        .then()
        .spec(problem(405, "method-not-allowed"))
        .body("detail", containsString(method))
        .header("Allow", containsString(methods[0]))
        .header("Allow", containsString(methods[methods.length - 1]))
        .header("Allow", not(containsString(method)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "image/*"})
  void aFormatThatIsNotServed(String accept) {
    Api.wrong(Key.VIEWER).accept(accept).get("/me").then().spec(problem(406, "not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1"})
  void aFormatThatIsServed(String accept) {
    Api.as(Key.VIEWER).accept(accept).get("/me").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/xml",
        "application/merge-patch+json",
        "application/json; charset=iso-8859-1",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
      })
  void aBodyOfTheWrongType(String type) throws Exception {
    Assertions.assertThat(send(comments(), "{\"content\": \"x\"}", type))
        .contains("unsupported-media-type");
  }

  @Test
  void aTypeThatIsNone() throws Exception {
    Assertions.assertThat(send(comments(), "{}", "nonsense")).contains("unsupported-media-type");
  }

  @Test
  void aBodyWithoutAType() throws Exception {
    Assertions.assertThat(send(comments(), "{\"content\": \"x\"}", null))
        .contains("unsupported-media-type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=UTF-8",
        "application/json;charset=utf-8",
        "APPLICATION/JSON"
      })
  void aBodyOfTheRightType(String type) {
    Api.as(Key.SGTVT)
        .contentType(type)
        .body("{\"content\": \"x\"}")
        .post(comments())
        .then()
        .statusCode(201);
  }

  @Test
  void aHugeBodyWithItsLength() throws Exception {
    Assertions.assertThat(send(comments(), BodyPublishers.ofString(huge()), "application/json"))
        .contains("413")
        .contains("content-too-large");
  }

  @Test
  void aHugeBodyInChunks() throws Exception {
    BodyPublisher chunks =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge().getBytes()));
    Assertions.assertThat(send(comments(), chunks, "application/json"))
        .contains("413")
        .contains("content-too-large");
  }

  private static String comments() {
    return TestPlan.open().comments();
  }

  private static String huge() {
    return "{\"content\": \"" + "a".repeat(2_000_000) + "\"}";
  }

  private String send(String path, String body, String type) throws Exception {
    return send(path, BodyPublishers.ofString(body), type);
  }

  /** By another client: REST Assured thinks about types itself. */
  private String send(String path, BodyPublisher body, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("X-API-Key", Key.SGTVT.secret())
            .POST(body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    Assertions.assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    return answer.body();
  }

  @Test
  void theRequestIdIsTakenOrMade() {
    Api.as(Key.VIEWER)
        .header("X-Request-Id", "edoc-1.2:3_4")
        .get("/me")
        .then()
        .header("X-Request-Id", "edoc-1.2:3_4");
    Api.as(Key.VIEWER).get("/me").then().header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    Api.as(Key.VIEWER)
        .header("X-Request-Id", "a b<c>")
        .get("/me")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
    Api.wrong("none")
        .header("X-Request-Id", "of-mine")
        .get("/me")
        .then()
        .header("X-Request-Id", "of-mine")
        .body("requestId", equalTo("of-mine"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-|Không tìm thấy",
        "vi|Không tìm thấy",
        "vi-VN,vi;q=0.9,en;q=0.8|Không tìm thấy",
        "en|Not found",
        "en-US,en;q=0.9|Not found",
        "fr|Không tìm thấy",
        "fr, en;q=0.5|Not found",
        "*|Không tìm thấy",
        "en;q=0, vi|Không tìm thấy",
        "en;q=0|Không tìm thấy",
        "!!|Không tìm thấy",
      })
  void theLanguageIsTheCallers(String language, String title) {
    var request = Api.wrong(Key.VIEWER);
    if (language != null) {
      request.header("Accept-Language", language);
    }
    request.get("/plans/no-such-plan").then().body("title", equalTo(title));
  }

  @Test
  void theWordsOfAnErrorFollowTheLanguageToo() {
    Api.wrong(Key.SGTVT)
        .header("Accept-Language", "en")
        .body(json("content", ""))
        .post(comments())
        .then()
        .body("errors[0].detail", equalTo("Must not be empty."));
  }
}
