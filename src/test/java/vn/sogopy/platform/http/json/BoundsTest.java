package vn.sogopy.platform.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Every size of a request has a limit. */
@QuarkusTest
class BoundsTest {
  private TestPlan plan;

  @TestHTTPResource("/")
  URI server;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private io.restassured.response.ValidatableResponse post(String body) {
    return Api.wrong(Key.SGTVT).body(body).post(plan.comments()).then();
  }

  /** The status line; these requests never reach the code that writes problems. */
  private String statusOf(String head) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8);
      return answer.substring(answer.indexOf(' ') + 1);
    }
  }

  @Test
  void theAddress() throws Exception {
    String line = "GET /api/v1/me?" + "a".repeat(8_192) + " HTTP/1.1\r\nHost: x\r\n";
    assertThat(statusOf(line)).isEqualTo("414");
  }

  @Test
  void theHeaders() throws Exception {
    String head = "GET /api/v1/me HTTP/1.1\r\nHost: x\r\n";
    assertThat(statusOf(head + "X-A: " + "a".repeat(16 * 1024) + "\r\n")).isEqualTo("431");
    assertThat(statusOf(head + "a: b\r\n".repeat(5_000))).isEqualTo("431");
    assertThat(statusOf(head + "a: b\r\n".repeat(2_000))).isEqualTo("401");
  }

  @Test
  void theParameters() {
    Api.wrong(Key.VIEWER)
        .urlEncodingEnabled(false)
        .get("/plans?" + "a&b=1&".repeat(1_000))
        .then()
        .spec(problem(400, "validation-failed"));
  }

  @Test
  void theBody() {
    post("{\"content\": \"" + "a".repeat(BodyLimit.DEFAULT) + "\"}")
        .spec(problem(413, "content-too-large"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "br", "zstd", "gzip, identity"})
  void compressedBody(String encoding) {
    Api.wrong(Key.SGTVT)
        .header("Content-Encoding", encoding)
        .body("{\"content\": \"x\"}")
        .post(plan.comments())
        .then()
        .spec(problem(415, "unsupported-media-type"));
  }

  @Test
  void theDepth() {
    post("{\"content\": \"x\", \"letter\": "
            + "[".repeat(JsonRules.MAX_DEPTH)
            + "]".repeat(32)
            + "}")
        .statusCode(400);
  }

  @Test
  void aNumber() {
    post("{\"content\": \"x\", \"locator\": {\"page\": "
            + "1".repeat(JsonRules.MAX_TOKEN + 1)
            + "}}")
        .spec(badField("", "too-long"));
    post("{\"content\": \"x\", \"locator\": {\"page\": 1e999999999}}").statusCode(400);
  }

  @Test
  void aText() {
    post("{\"content\": \"" + "a".repeat(900_000) + "\"}").spec(badField("/content", "too-long"));
  }

  @Test
  void anArray() {
    Api.wrong(Key.SGTVT)
        .body(json("content", "x", "alsoSections", Collections.nCopies(100_000, "V")))
        .post(plan.comments())
        .then()
        .spec(badField("/alsoSections", "too-long"));
  }
}
