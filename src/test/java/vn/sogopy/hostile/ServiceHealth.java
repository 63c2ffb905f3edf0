package vn.sogopy.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What the process of the service holds, after it was asked to collect its garbage.
 *
 * @param memory resident, in MiB
 */
record ServiceHealth(long memory, long threads, long files) {

  static ServiceHealth of(Process process) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (int i = 0; i < 2; i++) {
      new ProcessBuilder(jcmd, String.valueOf(process.pid()), "GC.run")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    }
    Path self = Path.of("/proc", String.valueOf(process.pid()));
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
