package vn.sogopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the machine is, but not whose. */
final class Machine {
  private Machine() {}

  static String describe() throws IOException {
    long kilobytes = Long.parseLong(field("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", ""));
    return "%d cores (%s), %d GB, Linux %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            field("/proc/cpuinfo", "model name"),
            Math.round(kilobytes / 1024.0 / 1024.0),
            System.getProperty("os.version"),
            Files.getFileStore(Path.of(".")).type());
  }

  private static String field(String file, String name) throws IOException {
    List<String> lines = Files.readAllLines(Path.of(file));
    return lines.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("?");
  }
}
