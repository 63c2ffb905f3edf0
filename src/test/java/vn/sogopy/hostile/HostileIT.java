package vn.sogopy.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;
import vn.sogopy.testing.PackagedService;

/**
 * Sends thousands of generated requests to the packaged service with a small heap: valid ones,
 * wrong ones, and ones that no client sends.
 *
 * <p>{@code -Dsogopy.hostile.requests=20000 -Dsogopy.seed=42} set their number and the seed.
 */
class HostileIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DRAFT = "/api/v1/plans/bac-kan-2021-2030/drafts/2";

  /** Requests that fill caches and start the JIT compiler. */
  private static final int WARM_UP = 2_000;

  /** The memory, in MiB, that the service may gain between warm-up and end. */
  private static final long MORE_MEMORY = 160;

  private static final long MORE_FILES = 64;

  @TempDir Path parent;

  private PackagedService service;
  private Map<String, String> keys;

  @Test
  void noRequestBreaksTheService() throws Exception {
    int requests = Integer.getInteger("sogopy.hostile.requests", 1_500);
    // A fixed seed, so that two builds are compared on the same requests.
    long seed = Long.getLong("sogopy.seed", 899_254);
    System.out.println("hostile requests: " + requests + ", -Dsogopy.seed=" + seed);
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    Map<String, String> environment =
        Map.of("SOGOPY_LIMITS_REQUESTS_PER_SECOND", "0", "SOGOPY_LIMITS_FAILURE_DELAY", "10ms");
    try (PackagedService running = PackagedService.start(data, environment, "256m")) {
      service = running;
      keys = keys(data);
      HostileRun run = new HostileRun(service.port(), keys, seed);
      run.sendUntil(Math.min(WARM_UP, requests / 2));
      ServiceHealth before = ServiceHealth.of(service);
      run.sendUntil(requests);
      System.out.println(run.tally().summary());
      assertThat(run.tally().findings()).as("findings, seed %d", seed).isEmpty();
      assertThat(run.tally().sent()).isGreaterThanOrEqualTo(requests);
      ServiceHealth after = ServiceHealth.of(service);
      System.out.println("the process before: " + before + ", after: " + after);
      assertThat(after.memory()).as("MiB").isLessThan(before.memory() + MORE_MEMORY);
      assertThat(after.files()).isLessThan(before.files() + MORE_FILES);
      stillWorks();
    }
  }

  private static Map<String, String> keys(Path data) throws Exception {
    Properties file = new Properties();
    file.load(Files.newBufferedReader(data.resolve("sample-keys.env")));
    Map<String, String> keys = new HashMap<>();
    file.forEach((name, key) -> keys.put(((String) name).replace("SOGOPY_KEY_", ""), (String) key));
    return keys;
  }

  /**
   * A comment is stored and read, counts add up, the register renders, the sample can be removed.
   */
  private void stillWorks() throws Exception {
    assertThat(send("GET", "/q/health", null).statusCode()).isEqualTo(200);
    String text = "Vẫn nhận được ý kiến. (Minh họa.)";
    HttpResponse<byte[]> made =
        send(
            "POST",
            DRAFT + "/comments",
            JSON.createObjectNode().put("organization", "sgtvt").put("content", text));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode read = json(send("GET", made.headers().firstValue("Location").orElseThrow(), null));
    assertThat(read.get("content").asText()).isEqualTo(text);
    JsonNode counts = json(send("GET", DRAFT + "/statistics", null)).get("counts");
    assertThat(counts.get("asked").asInt())
        .isEqualTo(counts.get("replied").asInt() + counts.get("notReplied").asInt());
    int results = 0;
    for (JsonNode count : counts.get("byResult")) {
      results += count.asInt();
    }
    assertThat(results).isEqualTo(counts.get("comments").asInt()).isPositive();
    for (String format : new String[] {"json", "csv", "xlsx", "docx", "pdf", "html", "zip"}) {
      assertThat(send("GET", DRAFT + "/register?format=" + format, null).statusCode())
          .as(format)
          .isEqualTo(200);
    }
    keys.put("COORDINATOR", keys.get("ADMIN"));
    assertThat(send("DELETE", "/api/v1/sample-data", null).statusCode()).isEqualTo(204);
  }

  private static JsonNode json(HttpResponse<byte[]> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private HttpResponse<byte[]> send(String method, String path, JsonNode body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(service.uri(path)).header("X-API-Key", keys.get("COORDINATOR"));
    if (body == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
