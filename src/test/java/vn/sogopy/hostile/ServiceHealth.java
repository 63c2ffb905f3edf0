package vn.sogopy.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import vn.sogopy.testing.PackagedService;

/**
 * The resources of the service process after a garbage collection.
 *
 * @param memory resident, in MiB
 */
record ServiceHealth(long memory, long threads, long files) {

  static ServiceHealth of(PackagedService service) throws IOException {
    for (int i = 0; i < 2; i++) {
      service.jcmd("GC.run");
    }
    Path self = Path.of("/proc", String.valueOf(service.process().pid()));
    try (Stream<Path> open = Files.list(self.resolve("fd"))) {
      return new ServiceHealth(
          number(self, "VmRSS:") / 1024, number(self, "Threads:"), open.count());
    }
  }

  private static long number(Path self, String name) throws IOException {
    return Files.readAllLines(self.resolve("status")).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElseThrow();
  }
}
