package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/**
 * A 201 means that the comment is on disk. 8 clients send 1,000 comments, the JVM is killed in
 * between, and every comment with a 201 is there.
 */
class NothingLostIT {
  private static final int COMMENTS = 1_000;
  private static final int CLIENTS = 8;
  private static final int KILL_AFTER = 400;
  private static final String DRAFT = "/api/v1/plans/bac-kan-2021-2030/drafts/2";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path parent;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sent = new AtomicInteger();
  private final CountDownLatch halfWay = new CountDownLatch(KILL_AFTER);

  @Test
  void keepsEveryAcknowledgedCommentWhenTheJvmIsKilled() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    try (PackagedService service = PackagedService.start(data)) {
      String key = keys(data).getProperty("SOGOPY_KEY_SGTVT");
      URI target = service.uri(DRAFT + "/comments");
      ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
      IntStream.range(0, CLIENTS).forEach(client -> clients.execute(() -> send(target, key)));
      assertThat(halfWay.await(2, TimeUnit.MINUTES)).as("400 comments were taken").isTrue();
      service.kill();
      clients.shutdown();
      assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      assertThat(acknowledged).hasSizeBetween(KILL_AFTER, COMMENTS - 1);
      try (PackagedService next = PackagedService.start(data)) {
        Set<String> found = storedIds(next, keys(data).getProperty("SOGOPY_KEY_CONSULTANT"));
        System.out.printf(
            "Killed after %d of %d comments: %d acknowledged, %d stored%n",
            sent.get(), COMMENTS, acknowledged.size(), found.size());
        assertThat(found).containsAll(acknowledged);
        // Every stored comment is complete and has its first history entry.
        for (String id : List.copyOf(found).subList(0, 20)) {
          JsonNode history =
              get(
                  next,
                  "/api/v1/comments/" + id + "/history",
                  keys(data).getProperty("SOGOPY_KEY_CONSULTANT"));
          assertThat(history.at("/items/0/action").asText()).isEqualTo("RECEIVED");
        }
      }
    }
  }

  private void send(URI target, String key) {
    int number;
    while ((number = sent.incrementAndGet()) <= COMMENTS) {
      try {
        HttpResponse<String> answer =
            http.send(
                HttpRequest.newBuilder(target)
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "{\"content\": \"Ý kiến số "
                                + number
                                + " khi máy chủ bị tắt đột ngột\"}"))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 201) {
          acknowledged.add(JSON.readTree(answer.body()).get("id").asText());
          halfWay.countDown();
        }
      } catch (IOException killed) {
        return; // requests under way had no response: they may be stored or not
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Set<String> storedIds(PackagedService service, String key) throws Exception {
    Set<String> ids = new HashSet<>();
    String cursor = "";
    do {
      JsonNode page = get(service, DRAFT + "/comments?limit=200&q=dot+ngot" + cursor, key);
      page.get("items").forEach(item -> ids.add(item.get("id").asText()));
      cursor = page.get("next").isNull() ? null : "&cursor=" + page.get("next").asText();
    } while (cursor != null);
    return ids;
  }

  private JsonNode get(PackagedService service, String path, String key) throws Exception {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(service.uri(path)).header("X-API-Key", key).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static Properties keys(Path data) throws IOException {
    Properties keys = new Properties();
    try (var in = Files.newBufferedReader(data.resolve("sample-keys.env"))) {
      keys.load(in);
    }
    return keys;
  }
}
