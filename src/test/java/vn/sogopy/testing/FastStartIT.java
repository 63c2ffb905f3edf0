package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sogopy.platform.database.DatabaseTemplate;

/** The archive of classes that the build records (pom.xml, class-archive) speeds up the start. */
class FastStartIT {

  @TempDir Path parent;

  @Test
  void theServiceStartsFromItsArchive() throws Exception {
    Path data = parent.resolve("data");
    DatabaseTemplate.copyTo(data);
    Path classes = parent.resolve("classes.log");
    // The options of the README, then Xshare:on: the start fails without the archive. The Flight
    // Recorder reads each
    // class again from its jar.
    List<String> options =
        List.of(
            "@" + PackagedService.APP.resolve("jvm.options"),
            "-XX:SharedArchiveFile=" + PackagedService.ARCHIVE,
            "-Xshare:on",
            "-XX:StartFlightRecording:filename=" + parent.resolve("recording.jfr"),
            "-Xlog:class+load:file=" + classes);
    try (PackagedService service = PackagedService.start(data, Map.of(), options)) {
      assertThat(service.output()).doesNotContain("ERROR");
      System.out.printf("From the archive: ready after %d ms%n", service.timeToReady().toMillis());
    }
    assertCameFromTheArchive(classes);
  }

  /** All classes except those that the JVM generates at each start, such as lambdas. */
  private static void assertCameFromTheArchive(Path classes) throws Exception {
    List<String> ours =
        Files.readAllLines(classes).stream()
            .filter(line -> line.contains(" vn.sogopy.") && !line.contains("/0x"))
            .toList();
    long archived = ours.stream().filter(line -> line.contains("source: shared objects")).count();
    System.out.printf("%d of %d of our classes came from the archive%n", archived, ours.size());
    assertThat(ours).hasSizeGreaterThan(100);
    assertThat((double) archived / ours.size()).isGreaterThan(0.9);
  }
}
