package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/** Letters of the maximum size arrive at once at the packaged service with a heap of 256 MB. */
class LargeLettersIT {
  private static final int LETTERS = 6;

  /** A line of a heap histogram: rank, instances, bytes, class. */
  private static final Pattern BYTES = Pattern.compile("(?m)^ *\\d+: +\\d+ +(\\d+) +\\[B(?: .*)?$");

  private final HttpClient http = HttpClient.newHttpClient();

  @TempDir Path data;

  @Test
  void areAcceptedOrRefusedWith429() throws Exception {
    DatabaseTemplate.copyTo(data);
    // Overrides the -Xmx of the command line.
    Map<String, String> heap = Map.of("_JAVA_OPTIONS", "-Xmx256m");
    try (PackagedService service = PackagedService.start(data, heap)) {
      URI letters = service.uri("/api/v1/plans/bac-kan-2021-2030/drafts/2/letters");
      String key = service.key("COORDINATOR");
      List<Integer> statuses = Race.of(LETTERS, i -> send(letters, key, i));
      System.out.println(LETTERS + " letters of 15 MB: " + statuses);
      assertThat(statuses).isSubsetOf(201, 503).contains(201);
      assertThat(service.output()).contains("-Xmx256m").doesNotContain("OutOfMemoryError", "ERROR");
      // Idle threads keep their last request.
      assertThat(bytesHeld(service)).isLessThan(20_000_000);
    }
  }

  /** The bytes of all byte arrays, those of strings included, after a garbage collection. */
  private static long bytesHeld(PackagedService service) throws IOException {
    String histogram = service.jcmd("GC.class_histogram");
    Matcher bytes = BYTES.matcher(histogram);
    assertThat(bytes.find()).as(histogram).isTrue();
    return Long.parseLong(bytes.group(1));
  }

  private int send(URI letters, String key, int letter) {
    String comment = "{\"content\": \"" + "đ".repeat(15_000) + "\"}";
    String body =
        "{\"organization\": \"sgtvt\", \"number\": \"9"
            + letter
            + "/LON\", \"date\": \"2021-09-06\", \"position\": \"COMMENTS\", \"comments\": ["
            + String.join(",", Collections.nCopies(500, comment))
            + "]}";
    HttpRequest post =
        HttpRequest.newBuilder(letters)
            .header("X-API-Key", key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(post, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
