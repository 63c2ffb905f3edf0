package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Requests to the service, one after the other; any answer that is no success fails the measure.
 */
final class Api {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** For an import of 100,000 lines on a slow machine. */
  private static final Duration LONGEST = Duration.ofMinutes(20);

  private final Service service;

  Api(Service service) {
    this.service = service;
  }

  JsonNode send(Call call) {
    return send(call, "application/json", HttpRequest.BodyPublishers.ofString(call.body()));
  }

  JsonNode sendFile(Call call, String type, Path file) throws IOException {
    return send(call, type, HttpRequest.BodyPublishers.ofFile(file));
  }

  private JsonNode send(Call call, String type, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        builder(call).header("Content-Type", type).method(call.method(), body);
    if (!call.method().equals("POST")) {
      request.header("If-Match", "*");
    }
    if (call.idempotencyKey() != null) {
      request.header("Idempotency-Key", call.idempotencyKey());
    }
    try {
      HttpResponse<String> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      require(call, answer, answer.body());
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode get(String path, String key) {
    return send(Call.get(path, key));
  }

  /**
   * Reads the whole answer and forgets it.
   *
   * @return seconds
   */
  double read(String path, String key) {
    Call call = Call.get(path, key);
    long start = System.nanoTime();
    try {
      HttpResponse<InputStream> answer =
          HTTP.send(builder(call).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        require(call, answer, "");
        body.transferTo(OutputStream.nullOutputStream());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private HttpRequest.Builder builder(Call call) {
    return HttpRequest.newBuilder(URI.create(service.url() + call.path()))
        .timeout(LONGEST)
        .header("Authorization", "Bearer " + call.key());
  }

  private static void require(Call call, HttpResponse<?> answer, String said) {
    if (answer.statusCode() != 200 && answer.statusCode() != 201) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(call.method(), call.path(), answer.statusCode(), said));
    }
  }
}
