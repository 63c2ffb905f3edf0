package vn.sogopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Load on the database: pgbench, which runs these scripts at random. */
final class Pgbench {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without");

  private final Service service;
  private final Path folder;

  Pgbench(Service service, Path folder) {
    this.service = service;
    this.folder = folder;
  }

  Load run(List<String> scripts, int connections, int seconds) throws IOException {
    return run(scripts, connections, "-T", seconds);
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
    Matcher rate = RATE.matcher(said);
    if (!rate.find() || said.contains("aborted")) {
      throw new IllegalStateException(said);
    }
    long[] micros = micros(here);
    delete(here);
    return new Load(
        Double.parseDouble(rate.group(1)),
        micros[micros.length / 2] / 1e3,
        micros[(int) (micros.length * 0.99)] / 1e3,
        micros.length);
  }

  /** The time of every transaction, in order. */
  private static long[] micros(Path folder) throws IOException {
    List<Long> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(one -> one.getFileName().toString().startsWith("log")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          lines.map(line -> line.split(" ")).forEach(line -> all.add(Long.valueOf(line[2])));
        }
      }
    }
    long[] micros = all.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(micros);
    return micros;
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
