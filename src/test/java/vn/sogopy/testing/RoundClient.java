package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A JSON client of another office; any refusal fails the test. */
final class RoundClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final PackagedService service;
  private final String key;

  RoundClient(PackagedService service, String key) {
    this.service = service;
    this.key = key;
  }

  JsonNode get(String path) throws Exception {
    return JSON.readTree(exchange("GET", path, null, null).body());
  }

  JsonNode post(String path, JsonNode body) throws Exception {
    return send("POST", path, body, false);
  }

  /**
   * @param change whether one resource is changed: then its version is read first, for If-Match
   */
  JsonNode send(String method, String path, JsonNode body, boolean change) throws Exception {
    String version =
        change
            ? exchange("GET", resource(path), null, null).headers().firstValue("ETag").orElseThrow()
            : null;
    return JSON.readTree(exchange(method, path, body, version).body());
  }

  /** The changed resource: the comment for its approval, answer or parts, else the path. */
  private static String resource(String path) {
    return path.split("\\?")[0].replaceFirst("(/comments/[0-9a-f-]{36})/.*", "$1");
  }

  private HttpResponse<String> exchange(String method, String path, JsonNode body, String ifMatch)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri(path))
            .header("X-API-Key", key)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body.toString()));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode())
        .as("%s %s: %s", method, path, answer.body())
        .isBetween(200, 299);
    return answer;
  }
}
