package vn.sogopy.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plan of a run: see docs/performance.md. */
public final class Bench {
  private final Options options;
  private final Report report;
  private boolean failed;

  private Bench(Options options) throws Exception {
    this.options = options;
    this.report = new Report(options);
  }

  public static void main(String[] args) throws Exception {
    Options options = Options.of(args);
    Files.createDirectories(options.out());
    Bench bench = new Bench(options);
    if (options.explain()) {
      bench.explain();
    } else if (options.growth()) {
      bench.growth();
    } else {
      bench.all();
    }
  }

  private void all() throws Exception {
    for (int rows : options.rows()) {
      for (int java : options.java()) {
        measure(rows, java);
      }
    }
    report.compareSizes();
    System.out.println(report.text());
    if (failed) {
      System.exit(1);
    }
  }

  private void measure(int rows, int java) throws Exception {
    Path folder = options.dataFolder(rows);
    Data data;
    Progress.say("%,d comments, JDK %d".formatted(rows, java));
    try (Service service = Service.start(options, java, folder)) {
      data = Loader.load(service, rows, options.out());
      report.versions(service, java);
      Setting in = new Setting(options, service, data);
      // What writes comes last.
      run("page", data, java, () -> new Reads(in).page());
      run("deep", data, java, () -> new Reads(in).deep());
      run("search", data, java, () -> new Reads(in).search());
      run("counts", data, java, () -> new Exports(in).counts());
      run("export", data, java, () -> new Exports(in).export());
      run("documents", data, java, () -> new Exports(in).documents());
      run("post", data, java, () -> new Posts(in).measure());
      run("import", data, java, () -> new Imports(in).measure());
    }
    run("start", data, java, () -> starts(java, folder));
    try (Service service = Service.start(options, java, folder)) {
      run("memory", data, java, () -> new Memory(new Setting(options, service, data)).measure());
    }
  }

  private void run(String name, Data data, int java, Source source) throws Exception {
    if (options.wants(name)) {
      Progress.say(name);
      try {
        report.add(data, java, source.measure());
      } catch (Exception e) { // hours of other measures are not to be lost
        e.printStackTrace();
        report.add(data, java, List.of(Line.failed(name)));
        failed = true;
      }
    }
  }

  private List<Line> starts(int java, Path folder) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < 2 * options.rounds() + 1; i++) {
      try (Service service = Service.start(options, java, folder)) {
        seconds.add(service.startSeconds);
      }
    }
    return List.of(
        Line.alone(
            "first answer on an existing database",
            Stats.of(seconds),
            "s",
            Goal.atMost(java >= 25 ? 3.5 : 6, 2.5)));
  }

  private void explain() throws Exception {
    int rows = options.rows().get(options.rows().size() - 1);
    try (Service service =
        Service.start(options, options.java().get(0), options.dataFolder(rows))) {
      Data data = Loader.load(service, rows, options.out());
      String text = new Explain(new Setting(options, service, data)).text();
      Files.writeString(options.out().resolve("explain.md"), text);
      System.out.println(text);
    }
  }

  private void growth() throws Exception {
    Path folder = options.data() != null ? options.data() : options.out().resolve("data-growth");
    try (Service service = Service.start(options, options.java().get(0), folder)) {
      String text = new Growth(options, service).text();
      Files.writeString(options.out().resolve("growth.md"), text);
      System.out.println(text);
    }
  }

  private interface Source {
    List<Line> measure() throws Exception;
  }
}
