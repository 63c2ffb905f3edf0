package vn.sogopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Load on the database: pgbench, which runs these scripts at random. */
final class Pgbench {
  /**
   * Each connection plans the statements of each script anew for its first five runs: with many
   * scripts the limit would be one of planning. The driver of the service prepares one text once.
   */
  private static final int MOST_SCRIPTS = 8;

  private final Service service;
  private final Path folder;

  Pgbench(Service service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  Load run(List<String> scripts, int connections, int seconds) throws IOException {
    int each = Math.max(1, scripts.size() / MOST_SCRIPTS);
    List<String> some = new ArrayList<>();
    for (int i = 0; i < scripts.size() && some.size() < MOST_SCRIPTS; i += each) {
      some.add(scripts.get(i));
    }
    // The first third, with that planning, is not counted.
    return run(some, connections, "-T", seconds + seconds / 2);
  }

  /** Runs some scripts as often on one connection. */
  void once(List<String> scripts, int times) throws IOException {
    run(scripts, 1, "-t", times);
  }

  private Load run(List<String> scripts, int connections, String unit, int howLong)
      throws IOException {
    Path here = Files.createTempDirectory(folder, "pgbench-");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("bench.pgbench"),
                "-n",
                "-M",
                "prepared",
                "-h",
                "127.0.0.1",
                "-p",
                service.databasePort(),
                "-U",
                "sogopy",
                "-c",
                String.valueOf(connections),
                "-j",
                String.valueOf(Math.min(2, connections)),
                unit,
                String.valueOf(howLong),
                "-l",
                "--log-prefix=" + here.resolve("log")));
    for (int i = 0; i < scripts.size(); i++) {
      Path script = here.resolve("script-" + i + ".sql");
      Files.writeString(script, scripts.get(i));
      command.addAll(List.of("-f", script.toString()));
    }
    command.add("sogopy");
    String said = Run.command(command, Map.of("PGPASSWORD", service.databasePassword()));
    if (!said.contains("tps = ") || said.contains("aborted")) {
      throw new IllegalStateException(said);
    }
    List<long[]> all = transactions(here);
    delete(here);
    long begin = all.stream().mapToLong(one -> one[1] - one[0]).min().orElseThrow();
    long end = all.stream().mapToLong(one -> one[1]).max().orElseThrow();
    long from = begin + (end - begin) / 3;
    long[] micros =
        all.stream().filter(one -> one[1] > from).mapToLong(one -> one[0]).sorted().toArray();
    return new Load(
        micros.length * 1e6 / (end - from),
        micros[micros.length / 2] / 1e3,
        micros[(int) (micros.length * 0.99)] / 1e3,
        micros.length);
  }

  /** How long every transaction took, and when it ended, in microseconds. */
  private static List<long[]> transactions(Path folder) throws IOException {
    List<long[]> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(one -> one.getFileName().toString().startsWith("log")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          lines
              .map(line -> line.split(" "))
              .forEach(
                  line ->
                      all.add(
                          new long[] {
                            Long.parseLong(line[2]),
                            Long.parseLong(line[4]) * 1_000_000 + Long.parseLong(line[5])
                          }));
        }
      }
    }
    return all;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
