package vn.sogopy.bench;

import java.util.ArrayList;
import java.util.List;

/** How cost grows with the comments in the database: short measures of one service, as Markdown. */
final class Growth {
  private static final int[] SIZES = {1_000, 10_000, 100_000, 1_000_000};
  private static final int EXPORTS = 3;
  private static final int WARM = 5;

  private final Options options;
  private final Service service;

  /**
   * @param draft comments in the draft that is read
   * @param export seconds for its CSV
   */
  private record Row(
      long comments, long draft, Load post, Load page, Load far, Load search, double export) {}

  Growth(Options options, Service service) {
    this.options = options;
    this.service = service;
  }

  String text() throws Exception {
    List<Row> rows = new ArrayList<>();
    for (int size : SIZES) {
      if (size <= options.rows().get(options.rows().size() - 1)) {
        rows.add(measure(size));
      }
    }
    StringBuilder text =
        new StringBuilder(
            "| comments | in the draft | POST /s | page of 50 /s | page 1,000 or last /s | search ms | CSV rows/s |"
                + " CSV time ÷ n log n |\n|---|---|---|---|---|---|---|---|\n");
    Row first = rows.get(0);
    for (Row row : rows) {
      text.append(
          "| %,d | %,d | %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  row.comments(),
                  row.draft(),
                  beside(row.post().rate(), first.post().rate()),
                  beside(row.page().rate(), first.page().rate()),
                  beside(row.far().rate(), first.far().rate()),
                  beside(row.search().p50(), first.search().p50()),
                  beside(row.draft() / row.export(), first.draft() / first.export()),
                  Line.round((row.export() / sorting(row)) / (first.export() / sorting(first)))));
    }
    return text.toString();
  }

  private static double sorting(Row row) {
    return row.draft() * Math.log(row.draft());
  }

  private static String beside(double value, double first) {
    return "%s (× %s)".formatted(Line.round(value), Line.round(value / first));
  }

  private Row measure(int size) throws Exception {
    Data data = Loader.load(service, size, options.out());
    Setting in = new Setting(options, service, data);
    Reads reads = new Reads(in);
    Progress.say("%,d comments".formatted(size));
    Load page = load(in, reads.pages(), 16);
    Load far = load(in, reads.far(), 16);
    Load search = load(in, reads.searches(), 4);
    List<Double> exports = new ArrayList<>();
    for (int i = 0; i < WARM + EXPORTS; i++) {
      double seconds =
          in.api().read(data.large() + "/register?format=csv", data.consultants().get(0));
      if (i >= WARM) {
        exports.add(seconds);
      }
    }
    Load post = load(in, data.posts(), 16);
    return new Row(data.rows(), data.largeRows(), post, page, far, search, Stats.median(exports));
  }

  private Load load(Setting in, List<Call> calls, int connections) throws Exception {
    in.warm(calls, connections);
    return new Wrk(service, options.out()).run(calls, connections, options.seconds());
  }
}
