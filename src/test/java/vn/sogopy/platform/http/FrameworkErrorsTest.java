package vn.sogopy.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Errors of the framework are problems, too: 404, 405, 406, 413, 415. */
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
  void unknownPath(String path) {
    Api.wrong(Key.COORDINATOR)
        .urlEncodingEnabled(false)
        .get(path)
        .then()
        .spec(problem(404, "not-found"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/api", "/api/v2/plans", "/api/v1x"})
  void unknownPathOutsideTheApi(String path) {
    Api.wrong(Key.COORDINATOR).basePath("").get(path).then().spec(problem(404, "not-found"));
  }

  @Test
  void problemNamesThePath() {
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
  void unsupportedMethod(String method, String path, String allowed) {
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
  void unacceptableFormat(String accept) {
    Api.wrong(Key.VIEWER).accept(accept).get("/me").then().spec(problem(406, "not-acceptable"));
  }

  /** The same path takes JSON, a table and a form, each by a method of its own. */
  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "text/csv", "multipart/form-data; boundary=sogopy-ranh-gioi"})
  void anAcceptThatIsNoMediaType(String type) {
    Api.wrong(Key.COORDINATOR)
        .accept("nonsense")
        .header("If-Match", "*")
        .contentType(type)
        .body("x".getBytes(StandardCharsets.UTF_8))
        .put(SAMPLE + "/drafts/2/sections")
        .then()
        .spec(problem(406, "not-acceptable"));
  }

  /** The method for workbooks does not declare what it produces. */
  @Test
  void anAcceptOfAnImportThatIsNoMediaType() {
    Api.wrong(Key.COORDINATOR)
        .accept("nonsense")
        .contentType(MediaTypes.XLSX)
        .body("x".getBytes(StandardCharsets.UTF_8))
        .post(SAMPLE + "/drafts/2/comment-imports")
        .then()
        .spec(problem(406, "not-acceptable"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1"})
  void acceptableFormat(String accept) {
    Api.as(Key.VIEWER).accept(accept).get("/me").then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/json",
        "application/xml",
        "application/merge-patch+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "",
      })
  void unsupportedMediaType(String type) throws Exception {
    Assertions.assertThat(send(comments(), "{\"content\": \"x\"}", type))
        .contains("unsupported-media-type");
  }

  @Test
  void malformedMediaType() throws Exception {
    Assertions.assertThat(send(comments(), "{}", "nonsense")).contains("unsupported-media-type");
  }

  @Test
  void missingMediaType() throws Exception {
    Assertions.assertThat(send(comments(), "{\"content\": \"x\"}", null))
        .contains("unsupported-media-type");
  }

  /** JSON is always UTF-8 (RFC 8259): a charset has no effect. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=UTF-8",
        "application/json;charset=utf-8",
        "application/json; charset=iso-8859-1",
        "APPLICATION/JSON"
      })
  void supportedMediaType(String type) {
    Api.as(Key.SGTVT)
        .contentType(type)
        .body("{\"content\": \"x\"}")
        .post(comments())
        .then()
        .statusCode(201);
  }

  /** Without a length, in chunks: EdgeIT, over HTTP/2. */
  @Test
  void tooLargeContentLength() throws Exception {
    // A plain socket: other clients would still be sending when the connection is closed.
    try (Socket socket = new Socket(api.getHost(), api.getPort())) {
      String request =
          "POST "
              + api.getPath()
              + comments()
              + " HTTP/1.1\r\nHost: x\r\nX-API-Key: "
              + Key.SGTVT.secret()
              + "\r\nContent-Type: application/json\r\nContent-Length: 2000000\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      // The end of the connection would come only after the body.
      StringBuilder answer = new StringBuilder();
      for (int next = 0; next >= 0 && answer.indexOf("content-too-large") < 0; ) {
        next = socket.getInputStream().read();
        answer.append((char) next);
      }
      Assertions.assertThat(answer).startsWith("HTTP/1.1 413 ").contains("content-too-large");
    }
  }

  private static String comments() {
    return TestPlan.open().comments();
  }

  /** Another client, because REST Assured sets types itself. */
  private String send(String path, String body, String type) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(api + path))
            .header("X-API-Key", Key.SGTVT.secret())
            .POST(BodyPublishers.ofString(body));
    if (type != null) {
      request.header("Content-Type", type);
    }
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    Assertions.assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/problem+json");
    return answer.body();
  }
}
