package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/** The service without edXML, Word letters, sign-on, download links and sample. */
class AddOnsIT {
  private static final String ADMIN = "addons-0123456789abcdef0123456789abcdef";
  private static final String DRAFT = "/plans/p/drafts/1";
  private static final String JSON_TYPE = "application/json";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

  @TempDir static Path data;

  private static PackagedService service;
  private static String coordinator;

  @BeforeAll
  static void start() throws Exception {
    DatabaseTemplate.copyTo(data);
    service =
        PackagedService.start(
            data,
            Map.of(
                "SOGOPY_EDXML_ENABLED", "false",
                "SOGOPY_WORD_LETTERS_ENABLED", "false",
                "SOGOPY_LINKS_ENABLED", "false",
                "SOGOPY_SAMPLE_ENABLED", "false",
                "SOGOPY_BOOTSTRAP_ADMIN_KEY", ADMIN));
    String key = "{\"name\": \"x\", \"role\": \"COORDINATOR\"}";
    coordinator = made(send("POST", "/api-keys", ADMIN, JSON_TYPE, key)).get("key").asText();
    HttpResponse<String> groups =
        send(
            "PUT",
            "/groups",
            coordinator,
            JSON_TYPE,
            "{\"items\": [{\"code\": \"A\", \"title\": \"Sở\"}]}");
    assertThat(groups.statusCode()).as(groups.body()).isEqualTo(200);
    post(
        "/organizations",
        "{\"code\": \"sxd\", \"name\": \"Sở Xây dựng\", \"group\": \"A\", \"order\": 1}");
    post("/plans", "{\"slug\": \"p\", \"title\": \"Quy hoạch\"}");
    post("/plans/p/drafts", "{\"title\": \"Dự thảo\"}");
    HttpResponse<String> open =
        send(
            "PATCH",
            DRAFT,
            coordinator,
            "application/merge-patch+json",
            "{\"status\": \"OPEN\", \"force\": true}");
    assertThat(open.statusCode()).as(open.body()).isEqualTo(200);
  }

  @AfterAll
  static void stop() throws Exception {
    if (service != null) {
      service.close();
    }
  }

  private static HttpResponse<String> send(
      String method, String path, String key, String type, String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri("/api/v1" + path))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .header("If-Match", "*")
            .header("Authorization", "Bearer " + key);
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode made(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return JSON.readTree(answer.body());
  }

  private static JsonNode post(String path, String body) throws Exception {
    return made(send("POST", path, coordinator, JSON_TYPE, body));
  }

  private static int status(String method, String path, String key, String type, String body)
      throws Exception {
    return send(method, path, key, type, body).statusCode();
  }

  @Test
  void coreWithoutAddOns() throws Exception {
    JsonNode letter =
        post(
            DRAFT + "/letters",
            "{\"organization\": \"sxd\", \"number\": \"1/SXD\", \"date\": \"2026-01-05\","
                + " \"comments\": [{\"content\": \"Đề nghị rà soát.\"}]}");
    assertThat(letter.get("commentCount").asInt()).isEqualTo(1);
    HttpResponse<String> readiness =
        send("GET", DRAFT + "/readiness", coordinator, JSON_TYPE, null);
    assertThat(readiness.statusCode()).isEqualTo(200);
    JsonNode missing = JSON.readTree(readiness.body());
    assertThat(missing.get("parked")).isEmpty();
    assertThat(missing.get("unanswered").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void withoutEdxml() throws Exception {
    String xml = "<edXML/>";
    for (String type :
        new String[] {"application/xml", "text/xml", "multipart/related; boundary=x"}) {
      assertThat(status("POST", DRAFT + "/letters", coordinator, type, xml)).isEqualTo(415);
    }
    HttpResponse<String> refused = send("POST", DRAFT + "/letters", coordinator, "text/plain", "x");
    assertThat(refused.statusCode()).isEqualTo(415);
    assertThat(refused.headers().firstValue("Accept-Post"))
        .hasValue("application/json, multipart/form-data");
    String preview = DRAFT + "/letter-previews";
    assertThat(status("POST", preview, coordinator, "application/xml", xml)).isEqualTo(404);
    String parked = DRAFT + "/parked-letters";
    assertThat(status("GET", parked, coordinator, JSON_TYPE, null)).isEqualTo(404);
    String one = "/parked-letters/" + NOBODY;
    assertThat(status("GET", one, coordinator, JSON_TYPE, null)).isEqualTo(404);
  }

  @Test
  void withoutWordLetters() throws Exception {
    String letter =
        post(
                DRAFT + "/letters",
                "{\"organization\": \"sxd\", \"number\": \"2/SXD\", \"date\": \"2026-01-05\"}")
            .get("id")
            .asText();
    String path = "/letters/" + letter + "/proposed-parts";
    assertThat(status("POST", path, coordinator, JSON_TYPE, "{\"text\": \"x\"}")).isEqualTo(404);
  }

  @Test
  void withoutDownloadLinks() throws Exception {
    String file = "/api/v1" + DRAFT + "/register/file?format=csv";
    String wanted = "{\"path\": \"" + file + "\"}";
    assertThat(status("POST", "/download-links", coordinator, JSON_TYPE, wanted)).isEqualTo(404);
    HttpResponse<String> used =
        HTTP.send(
            HttpRequest.newBuilder(service.uri(file + "&link=x.y")).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(used.statusCode()).isEqualTo(401);
    assertThat(used.body()).contains("\"unauthenticated\"");
  }

  @Test
  void withoutTheSample() throws Exception {
    assertThat(status("GET", "/plans/bac-kan-2021-2030", coordinator, JSON_TYPE, null))
        .isEqualTo(404);
    assertThat(Files.exists(data.resolve("sample-keys.env"))).isFalse();
    assertThat(status("DELETE", "/sample-data", ADMIN, JSON_TYPE, null)).isEqualTo(404);
  }

  @Test
  void withoutSignOn() throws Exception {
    HttpResponse<String> refused =
        send("GET", "/me", "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln", JSON_TYPE, null);
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.headers().firstValue("WWW-Authenticate"))
        .hasValue("Bearer realm=\"sogopy\"");
  }

  /** Of a running service; that of the build has all of them. */
  @Test
  void contractWithoutAddOns() throws Exception {
    HttpResponse<String> contract =
        HTTP.send(
            HttpRequest.newBuilder(service.uri("/q/openapi?format=json")).build(),
            HttpResponse.BodyHandlers.ofString());
    JsonNode paths = JSON.readTree(contract.body()).get("paths");
    assertThat(paths.has("/api/v1" + "/plans/{plan}/drafts/{draft}/letters")).isTrue();
    for (String path : new String[] {"/parked-letters/{id}", "/download-links", "/sample-data"}) {
      assertThat(paths.has("/api/v1" + path)).as(path).isFalse();
    }
  }
}
