package vn.sogopy.platform.http.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Headers;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** Security headers for browsers on every response. */
@QuarkusTest
class BrowserHeadersTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030";
  private static final String STRICT =
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

  private static void strict(Headers headers) {
    once(headers, "X-Content-Type-Options", "nosniff");
    once(headers, "Content-Security-Policy", STRICT);
    once(headers, "X-Frame-Options", "DENY");
    once(headers, "Referrer-Policy", "no-referrer");
    once(headers, "Cross-Origin-Resource-Policy", "same-origin");
    once(headers, "Cross-Origin-Opener-Policy", "same-origin");
    assertThat(headers.hasHeaderWithName("Permissions-Policy")).isTrue();
    for (String banner : List.of("Server", "X-Powered-By", "Strict-Transport-Security")) {
      assertThat(headers.hasHeaderWithName(banner)).as(banner).isFalse();
    }
  }

  private static void once(Headers headers, String name, String value) {
    assertThat(headers.getValues(name)).as(name).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/me",
        "/organizations",
        SAMPLE,
        SAMPLE + "/drafts/2/comments",
        SAMPLE + "/drafts/2/statistics",
        SAMPLE + "/drafts/2/register?format=csv",
        SAMPLE + "/drafts/2/register?format=html",
        SAMPLE + "/drafts/2/readiness",
        "/nothing",
        SAMPLE + "/comments?limit=0",
      })
  void ofTheApi(String path) {
    Headers headers = Api.wrong(Key.COORDINATOR).get(path).then().extract().headers();
    strict(headers);
    once(headers, "Cache-Control", "no-store");
  }

  @Test
  void ofARefusal() {
    Headers headers = Api.anonymous().get("/me").then().statusCode(401).extract().headers();
    strict(headers);
    once(headers, "Cache-Control", "no-store");
  }

  @Test
  void ofHealth() {
    strict(Api.anonymous().basePath("").get("/q/health/live").then().extract().headers());
  }

  /** Responses are not cached, but a client that keeps a version may revalidate it by its tag. */
  @Test
  void notModifiedKeepsTheHeaders() {
    String tag = Api.as(Key.VIEWER).get(SAMPLE).then().extract().header("ETag");
    Headers headers =
        Api.as(Key.VIEWER)
            .header("If-None-Match", tag)
            .get(SAMPLE)
            .then()
            .statusCode(304)
            .extract()
            .headers();
    strict(headers);
    once(headers, "Cache-Control", "no-store");
  }

  @Test
  void pageAllowsOnlyItsStyle() {
    Headers headers =
        Api.as(Key.COORDINATOR)
            .get(SAMPLE + "/drafts/2/readiness?format=html")
            .then()
            .extract()
            .headers();
    once(headers, "Content-Security-Policy", STRICT + "; style-src 'unsafe-inline'");
    once(headers, "Cache-Control", "no-store");
  }

  /** A file that somebody has sent is saved and never runs on this origin, whatever its content. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><script>alert(1)</script>",
        "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "%PDF-1.7\n<html><script>alert(1)</script>\n%%EOF",
      })
  void uploadedFile(String content) {
    TestPlan plan = TestPlan.open();
    String letter =
        plan.comment(
                Key.SGTVT,
                json("content", "x", "letter", json("number", "1/GTVT", "date", "2021-08-24")))
            .get()
            .extract()
            .path("letter.id");
    ExtractableResponse<Response> answer =
        TestForm.as(Key.SGTVT)
            .body(
                TestForm.of(
                    TestForm.part("file", "gop-y.pdf", content.getBytes(StandardCharsets.UTF_8))))
            .post("/letters/" + letter + "/attachments")
            .then()
            .statusCode(201)
            .extract();
    strict(answer.headers());
    Headers file =
        Api.as(Key.CONSULTANT)
            .get("/attachments/" + answer.path("id"))
            .then()
            .statusCode(200)
            .extract()
            .headers();
    strict(file);
    assertThat(file.getValue("Content-Disposition")).startsWith("attachment;");
    assertThat(file.getValue("Content-Type"))
        .isEqualTo(content.startsWith("%PDF") ? "application/pdf" : "application/octet-stream");
  }

  @Test
  void swaggerUiPolicy() {
    for (String path : List.of("/q/swagger-ui/", "/q/swagger-ui/index.html")) {
      Headers headers =
          Api.anonymous().basePath("").get(path).then().statusCode(200).extract().headers();
      assertThat(headers.getValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .startsWith("default-src 'none'; script-src 'self' ")
          .contains("connect-src 'self'; ", "frame-ancestors 'none'");
      once(headers, "X-Frame-Options", "DENY");
      once(headers, "Cache-Control", "no-cache");
      assertThat(headers.hasHeaderWithName("Cross-Origin-Opener-Policy")).isFalse();
    }
  }

  /** CORS is off unless configured: no header, and a preflight is an ordinary request. */
  @Test
  void noOtherOrigin() {
    Headers headers =
        Api.as(Key.VIEWER)
            .header("Origin", "https://other.example")
            .get("/me")
            .then()
            .statusCode(200)
            .extract()
            .headers();
    assertThat(headers.asList()).noneMatch(it -> it.getName().startsWith("Access-Control"));
    Api.anonymous()
        .header("Origin", "https://other.example")
        .header("Access-Control-Request-Method", "GET")
        .options("/me")
        .then()
        .statusCode(401);
  }
}
