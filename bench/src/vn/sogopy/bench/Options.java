package vn.sogopy.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the command line asks for.
 *
 * @param rows sizes of the database, in comments
 * @param java major versions of the JDKs that run the service
 * @param rounds triples limit-service-limit
 * @param only names of measures; empty = all
 * @param data a loaded data folder to use; null = one of its own for each size
 * @param jars by version of Java: another jar to start
 * @param jvm by version of Java: further arguments of the JVM
 */
record Options(
    List<Integer> rows,
    List<Integer> java,
    int warmup,
    int seconds,
    int rounds,
    List<String> only,
    Path data,
    Path out,
    boolean growth,
    boolean explain,
    Map<String, String> jars,
    Map<String, String> jvm,
    String words) {

  static Options of(String[] args) {
    Map<String, String> one = new HashMap<>();
    Map<String, String> jars = new HashMap<>();
    Map<String, String> jvm = new HashMap<>();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> {
          one.putIfAbsent("--rows", "10000");
          one.putIfAbsent("--java", "17");
          one.putIfAbsent("--warmup", "10");
          one.putIfAbsent("--seconds", "5");
          one.putIfAbsent("--rounds", "1");
        }
        case "--growth", "--explain" -> one.put(args[i], "");
        case "--jar", "--jvm" -> {
          String[] pair = args[++i].split("=", 2);
          (args[i - 1].equals("--jar") ? jars : jvm).put(pair[0], pair[1]);
        }
        case "--rows", "--java", "--warmup", "--seconds", "--rounds", "--only", "--data", "--out" ->
            one.put(args[i], args[++i]);
        default -> throw new IllegalArgumentException("Unknown option " + args[i]);
      }
    }
    return new Options(
        numbers(one.getOrDefault("--rows", "100000,1000000")),
        numbers(one.getOrDefault("--java", "17,25")),
        Integer.parseInt(one.getOrDefault("--warmup", "90")),
        Integer.parseInt(one.getOrDefault("--seconds", "20")),
        Integer.parseInt(one.getOrDefault("--rounds", "3")),
        one.containsKey("--only") ? List.of(one.get("--only").split(",")) : List.of(),
        one.containsKey("--data") ? Path.of(one.get("--data")).toAbsolutePath() : null,
        Path.of(one.getOrDefault("--out", "target/bench")).toAbsolutePath(),
        one.containsKey("--growth"),
        one.containsKey("--explain"),
        jars,
        jvm,
        String.join(" ", args));
  }

  private static List<Integer> numbers(String list) {
    return Arrays.stream(list.split(",")).map(Integer::valueOf).toList();
  }

  boolean wants(String measure) {
    return only.isEmpty() || only.contains(measure);
  }

  Path dataFolder(int rows) {
    return data != null ? data : out.resolve("data-" + rows);
  }

  /** The command that starts the service. */
  List<String> command(int version) {
    String home = System.getProperty("bench.jdk" + version);
    if (home == null) {
      throw new IllegalStateException(
          "No JDK " + version + " in JAVA_HOME or /usr/lib/jvm; leave it out by --java");
    }
    List<String> command = new ArrayList<>(List.of(home + "/bin/java", "-Xmx256m"));
    String more = jvm.get(String.valueOf(version));
    if (more != null) {
      command.addAll(List.of(more.split(" ")));
    }
    String jar = jars.getOrDefault(String.valueOf(version), "target/quarkus-app/quarkus-run.jar");
    command.addAll(List.of("-jar", Path.of(jar).toAbsolutePath().toString()));
    return command;
  }
}
