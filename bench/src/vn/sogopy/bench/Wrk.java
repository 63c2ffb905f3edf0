package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Load on the service: wrk, which takes these requests in turn. */
final class Wrk {
  private static int runs;

  private final Service service;
  private final Path folder;

  Wrk(Service service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  /** Any answer but a success, and any that does not come, fails the measure. */
  Load run(List<Call> calls, int connections, int seconds) throws IOException {
    int run = next();
    Path file = folder.resolve("calls-" + run + ".lua");
    StringBuilder lua = new StringBuilder("return {\n");
    for (Call call : calls) {
      lua.append(
          "{method=%s, path=%s, key=%s, body=%s},\n"
              .formatted(
                  quoted(call.method()),
                  quoted(call.path()),
                  quoted(call.key()),
                  quoted(call.body())));
    }
    Files.writeString(file, lua.append("}\n"));
    String said =
        Run.command(
            List.of(
                "wrk",
                "-t" + Math.min(2, connections),
                "-c" + connections,
                "-d" + seconds + "s",
                "--timeout",
                "30s",
                "-s",
                Path.of("bench/calls.lua").toAbsolutePath().toString(),
                service.url(),
                "--",
                file.toString(),
                System.currentTimeMillis() + "-" + run));
    Files.delete(file);
    JsonNode result =
        said.lines()
            .filter(line -> line.startsWith("{"))
            .map(Wrk::json)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(said));
    if (result.get("errors").asLong() > 0 || result.get("count").asLong() == 0) {
      throw new IllegalStateException("wrk got other answers than successes: " + said);
    }
    return new Load(
        result.get("rate").asDouble(),
        result.get("p50").asDouble(),
        result.get("p99").asDouble(),
        result.get("count").asLong());
  }

  /** Mixed loads run at the same time. */
  private static synchronized int next() {
    return ++runs;
  }

  private static JsonNode json(String line) {
    try {
      return Api.JSON.readTree(line);
    } catch (IOException e) {
      throw new IllegalStateException(line, e);
    }
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
