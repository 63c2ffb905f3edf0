package vn.sogopy.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** One test for each finding of the hostile requests. */
@QuarkusTest
class HostileFindingsTest {
  private static final String DRAFT = "/plans/bac-kan-2021-2030/drafts/2";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @TestHTTPResource("/api/v1/me")
  URI me;

  /** The router refuses it before any filter, and the framework's response was not a problem. */
  @ParameterizedTest
  @ValueSource(strings = {"a b", "[::1", "\u00e9"})
  void malformedHost(String host) throws Exception {
    assertThat(raw(me.getPath() + " HTTP/1.1", "Host: " + host, "Connection: close"))
        .startsWith("HTTP/1.1 400 ")
        .contains("application/problem+json", "\"code\":\"bad-request\"", "X-Request-Id: ")
        .doesNotContain("stack");
  }

  /** As load balancers and old scripts send. With a valid key the response was a 500. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me",
        "/api/v1/organizations?limit=1",
        "/api/v1/plans/bac-kan-2021-2030/drafts/2/register?format=csv",
        "/q/health/ready",
        "/q/openapi"
      })
  void missingHost(String path) throws Exception {
    assertThat(raw(path + " HTTP/1.0", "X-API-Key: " + Key.COORDINATOR.secret()))
        .startsWith("HTTP/1.0 200 ")
        .doesNotContain("://localhost");
  }

  @Test
  void missingHostInHttp11() throws Exception {
    assertThat(raw(me.getPath() + " HTTP/1.1", "Connection: close"))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"code\":\"bad-request\"");
  }

  /** The request was held for 10 s, then refused without a body. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Upgrade: h2c",
        "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__",
        "Upgrade: h2c\r\nHTTP2-Settings: ?"
      })
  void unsupportedUpgrade(String upgrade) throws Exception {
    String answer =
        raw(
            me.getPath() + " HTTP/1.1",
            "Host: x",
            "X-API-Key: " + Key.COORDINATOR.secret(),
            "Connection: Upgrade, HTTP2-Settings",
            upgrade,
            "",
            "GET /next HTTP/1.1",
            "Host: x",
            "Connection: close");
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("HTTP/1.1 401 ");
  }

  /** It is ambiguous which one counts. */
  @ParameterizedTest
  @CsvSource({"Authorization, Bearer ", "X-API-Key, ''"})
  void twoKeys(String header, String scheme) {
    String key = scheme + Key.COORDINATOR.secret();
    for (String other : new String[] {key, scheme + Key.VIEWER.secret(), "Basic eDp5"}) {
      Api.anonymous()
          .header(header, key, other)
          .get("/me")
          .then()
          .spec(badHeader(header, "duplicate-field"));
    }
  }

  /** RFC 9110 section 12.4.2: a type with the weight 0 is not acceptable. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;q=0",
        "application/json; q=0.000",
        "*/*;q=0",
        "application/json;q=0, text/html",
        "application/json;q=0 , application/*;Q=0.0"
      })
  void unacceptableType(String accept) {
    Api.wrong(Key.VIEWER).accept(accept).get("/me").then().spec(problem(406, "not-acceptable"));
    Api.wrong("none").accept(accept).get("/me").then().spec(problem(401, "unauthenticated"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html;q=0, application/json",
        "application/json;q=0.001",
        "text/html;q=0, */*;q=0.1"
      })
  void acceptableBesideUnacceptable(String accept) {
    Api.wrong(Key.VIEWER).accept(accept).get("/me").then().statusCode(200);
  }

  /**
   * Sends a request over a socket, because other clients write the headers themselves.
   *
   * @return the response, read until the service closes the connection
   */
  private String raw(String request, String... headers) throws Exception {
    try (Socket socket = new Socket(me.getHost(), me.getPort())) {
      String head = "GET " + request + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The framework treats it as an ampersand: a part of the value would be another parameter. */
  @ParameterizedTest
  @CsvSource({"q=duong;limit=1, q", "limit=1;, limit", "x;y=1, x"})
  void rawSemicolon(String query, String name) {
    Api.wrong(Key.COORDINATOR)
        .urlEncodingEnabled(false)
        .get(DRAFT + "/comments?" + query)
        .then()
        .statusCode(400);
    if (!name.equals("x")) {
      Api.wrong(Key.COORDINATOR)
          .urlEncodingEnabled(false)
          .get(DRAFT + "/comments?" + query)
          .then()
          .spec(badParameter(name, "invalid-format"));
    }
  }

  @Test
  void escapedSemicolonIsPartOfTheValue() {
    Api.as(Key.COORDINATOR)
        .urlEncodingEnabled(false)
        .get(DRAFT + "/comments?q=duong%3Blimit")
        .then()
        .statusCode(200);
  }

  /** A plan without drafts has no draft to search: this was a 500. */
  @Test
  void sectionFilterWithoutDraft() {
    String slug = "t-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(Api.json("slug", slug, "title", "Chưa có dự thảo"))
        .post("/plans")
        .then()
        .statusCode(201);
    Api.wrong(Key.COORDINATOR)
        .get("/plans/" + slug + "/comments?section=V.1")
        .then()
        .spec(badParameter("section", "unknown-section"));
  }

  /** The detail of the problem was longer than the contract allows. */
  @Test
  void parameterWithLongName() {
    String name = "a".repeat(3_000);
    Api.wrong(Key.COORDINATOR)
        .get(DRAFT + "/comments?" + name + "=1")
        .then()
        .spec(badParameter(name.substring(0, 200), "unknown-parameter"));
  }

  /** Conditions on reads: a POST that wrote was answered with 304, or with a part of its report. */
  @ParameterizedTest
  @CsvSource({"If-None-Match, *", "Range, bytes=0-9"})
  void downloadLinkRefusesPost(String header, String value) {
    TestPlan plan = TestPlan.open();
    byte[] answer =
        Api.wrong(Key.COORDINATOR)
            .contentType("text/csv")
            .accept(XLSX)
            .header(header, value)
            .body(
                "Nội dung góp ý;Cơ quan góp ý\nĐề nghị bổ sung.;sgtvt\n"
                    .getBytes(StandardCharsets.UTF_8))
            .post(plan.draftPath(1) + "/comment-imports")
            .then()
            .statusCode(200)
            .header("ETag", nullValue())
            .header("Accept-Ranges", nullValue())
            .extract()
            .asByteArray();
    assertThat(answer.length).isGreaterThan(1_000);
  }

  /** The type of a response in place of a file was chosen from an empty list: this was a 500. */
  @Test
  void emptyAccept() {
    Api.wrong(Key.COORDINATOR)
        .contentType("text/csv")
        .header("Accept", "")
        .body(
            "Nội dung góp ý;Cơ quan góp ý\nĐề nghị bổ sung.;sgtvt\n"
                .getBytes(StandardCharsets.UTF_8))
        .post(TestPlan.open().draftPath(1) + "/comment-imports")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/sections?format=csv", "/consultees?format=csv", "/comment-imports/template"})
  void knownFileIs304(String path) {
    String tag =
        Api.as(Key.COORDINATOR)
            .accept("*/*")
            .get(DRAFT + path)
            .then()
            .statusCode(200)
            .extract()
            .header("ETag");
    Api.as(Key.COORDINATOR)
        .accept("*/*")
        .header("If-None-Match", tag)
        .get(DRAFT + path)
        .then()
        .statusCode(304)
        .header("ETag", tag);
  }

  /** The validator ignores headers that are not described. */
  @Test
  void contractDescribesTheHeaders() throws Exception {
    JsonNode contract = new ObjectMapper(new YAMLFactory()).readTree(new File("openapi.yaml"));
    JsonNode refusals = contract.at("/components/responses");
    assertThat(refusals.at("/Problem409/headers").has("Location")).isTrue();
    assertThat(refusals.at("/Problem412/headers").has("ETag")).isTrue();
    assertThat(refusals.at("/Problem415/headers").has("Accept-Post")).isTrue();
    assertThat(refusals.at("/Problem415/headers").has("Accept-Patch")).isTrue();
    assertThat(refusals.at("/Problem416/headers").has("Content-Range")).isTrue();
    assertThat(refusals.at("/Problem503/headers").has("Retry-After")).isTrue();
    JsonNode draft = contract.at("/paths/~1api~1v1~1plans~1{plan}~1drafts~1{draft}~1letters");
    assertThat(draft.at("/post/responses/202/headers").has("Location")).isTrue();
    JsonNode asked =
        contract.at("/paths/~1api~1v1~1plans~1{plan}~1drafts~1{draft}~1consultees~1file");
    assertThat(asked.at("/get/responses/200/headers").has("ETag")).isTrue();
    JsonNode template =
        contract.at(
            "/paths/~1api~1v1~1plans~1{plan}~1drafts~1{draft}~1comment-imports~1template/get/responses");
    assertThat(template.has("206") && template.has("304") && template.has("416")).isTrue();
  }

  /** A broken frame gets no response and writes nothing. */
  @Test
  void chunkWithoutSize() throws Exception {
    TestPlan plan = TestPlan.open();
    String body = "{\"content\": \"x\"}";
    try (Socket socket = new Socket(me.getHost(), me.getPort())) {
      String request =
          "POST /api/v1"
              + plan.comments()
              + " HTTP/1.1\r\nHost: x\r\nX-API-Key: "
              + Key.SGTVT.secret()
              + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
              + body
              + "\r\n0\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer)
          .satisfiesAnyOf(
              none -> assertThat(none).isEmpty(),
              refusal -> assertThat(refusal).startsWith("HTTP/1.1 400"));
    }
    Api.as(Key.COORDINATOR)
        .queryParam("count", true)
        .get(plan.comments())
        .then()
        .statusCode(200)
        .spec(vn.sogopy.testing.Api.nulls("next"))
        .body(org.hamcrest.Matchers.containsString("\"total\":0"));
  }
}
