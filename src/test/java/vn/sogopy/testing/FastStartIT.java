package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.database.TestServers;

/**
 * Creates the cache for a fast start from a first start on a temporary database, and shows that the
 * next start uses it: {@code ./mvnw verify -Paot}.
 */
class FastStartIT {
  private static final boolean AOT = Runtime.version().feature() >= 25;
  private static final String SAMPLE = "/api/v1/plans/bac-kan-2021-2030/drafts/2";

  @Test
  void theServiceStartsFromItsCache() throws Exception {
    String name = System.getProperty("sogopy.test.cache");
    assumeTrue(name != null, "only in the profile aot");
    Path cache = Path.of(name).toAbsolutePath();
    Path jar = Path.of(System.getProperty("sogopy.test.jar"));
    Files.deleteIfExists(cache);
    Path folder = Path.of("target", "fast-start").toAbsolutePath();
    TestServers.deleteTree(folder);
    Path data = folder.resolve("data");
    try {
      record(jar, data, cache);
      assertThat(cache).isNotEmptyFile();
      Path classes = folder.resolve("classes.log");
      // "on": the start fails without the cache
      List<String> options =
          AOT
              ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)
              : List.of("-Xshare:on", "-XX:SharedArchiveFile=" + cache);
      try (PackagedService service =
          PackagedService.start(
              jar, data, Map.of(), with(options, "-Xlog:class+load:file=" + classes))) {
        assertThat(service.output()).doesNotContain("ERROR");
        System.out.printf("From the cache: ready after %d ms%n", service.timeToReady().toMillis());
      }
      assertCameFromTheCache(classes);
    } finally {
      TestServers.deleteTree(folder);
    }
  }

  private static void record(Path jar, Path data, Path cache) throws Exception {
    String option = (AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + cache;
    try (PackagedService service =
        PackagedService.start(jar, data, Map.of(), with(List.of(), option))) {
      for (String path : List.of("/comments", "/statistics", "/register?format=csv")) {
        HttpRequest request =
            HttpRequest.newBuilder(service.uri(SAMPLE + path))
                .header("X-API-Key", service.key("VIEWER"))
                .build();
        assertThat(
                HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode())
            .isEqualTo(200);
      }
      service.process().destroy();
      // The cache is written at the end.
      assertThat(service.process().waitFor(10, TimeUnit.MINUTES)).isTrue();
    }
  }

  private static List<String> with(List<String> options, String last) {
    return Stream.of(List.of("-Xmx256m", "-XX:+UseSerialGC"), options, List.of(last))
        .flatMap(List::stream)
        .toList();
  }

  /** All classes except those that the JVM generates at each start, such as lambdas. */
  private static void assertCameFromTheCache(Path classes) throws Exception {
    List<String> ours =
        Files.readAllLines(classes).stream()
            .filter(line -> line.contains(" vn.sogopy.") && !line.contains("/0x"))
            .toList();
    long cached = ours.stream().filter(line -> line.contains("source: shared objects")).count();
    System.out.printf("%d of %d of our classes came from the cache%n", cached, ours.size());
    assertThat(ours).hasSizeGreaterThan(100);
    assertThat((double) cached / ours.size()).isGreaterThan(0.9);
  }
}
