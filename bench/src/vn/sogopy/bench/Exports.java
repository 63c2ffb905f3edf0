package vn.sogopy.bench;

import java.io.OutputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import vn.sogopy.bench.StatementLog.Entry;

/** Whole registers, and what is counted over a whole draft. */
final class Exports {
  private final Setting in;

  Exports(Setting in) {
    this.in = in;
  }

  List<Line> export() throws Exception {
    List<Line> lines = new ArrayList<>();
    lines.add(export("csv", Goal.atLeast(0.75, 0.9)));
    lines.add(export("json", Goal.atLeast(0.5, 0.7)));
    return lines;
  }

  private Line export(String format, Goal goal) throws Exception {
    Call call = register(in.data().large(), format);
    Entry query = in.capture().transactions(List.of(call)).get(0).longest();
    try (Connection database = in.service().database()) {
      String sql = Script.plain(new Types(database), query).strip().replaceAll(";$", "");
      String copy =
          sql.regionMatches(true, 0, "copy", 0, 4)
              ? sql
              : "copy (" + sql + ") to stdout (format csv)";
      CopyManager manager = database.unwrap(PGConnection.class).getCopyAPI();
      long rows = in.data().largeRows();
      long copied = manager.copyOut(copy, OutputStream.nullOutputStream());
      if (copied != rows) {
        throw new IllegalStateException(
            "The query of the export has %d rows, the draft %d".formatted(copied, rows));
      }
      in.warm(call);
      Triples found =
          Triples.run(
              in.options().rounds(),
              () -> {
                long start = System.nanoTime();
                manager.copyOut(copy, OutputStream.nullOutputStream());
                return rate(rows, (System.nanoTime() - start) / 1e9);
              },
              () -> rate(rows, in.api().read(call.path(), call.key())));
      return Line.ratio(found, "register %s of %,d, rows ÷ COPY TO".formatted(format, rows), goal);
    }
  }

  /** Documents beside the CSV of the same comments, by their times. */
  List<Line> documents() throws Exception {
    List<Line> lines = new ArrayList<>();
    lines.add(document("xlsx", Goal.atMost(15, 7.5)));
    lines.add(document("docx", Goal.atMost(30, 15)));
    lines.add(document("pdf", Goal.atMost(30, 15)));
    return lines;
  }

  private Line document(String format, Goal goal) throws Exception {
    Call document = register(in.data().small(), format);
    Call csv = register(in.data().small(), "csv");
    in.warm(document, csv);
    Triples found =
        Triples.run(
            in.options().rounds(),
            () -> time(in.api().read(csv.path(), csv.key())),
            () -> time(in.api().read(document.path(), document.key())));
    return Line.p99(
        found, "register %s of %,d, time ÷ CSV".formatted(format, in.data().smallRows()), goal);
  }

  List<Line> counts() {
    List<Line> lines = new ArrayList<>();
    for (String what : List.of("statistics", "coverage")) {
      List<Double> all = new ArrayList<>();
      Call call = Call.get(in.data().large() + "/" + what, in.data().consultants().get(0));
      in.warm(call);
      for (int i = 0; i < 3 * in.options().rounds(); i++) {
        all.add(in.api().read(call.path(), call.key()) * 1e3);
      }
      lines.add(
          Line.alone(
              "%s of a draft with %,d".formatted(what, in.data().largeRows()),
              Stats.of(all),
              "ms",
              Goal.atMost(150, 30)));
    }
    return lines;
  }

  private Call register(String draft, String format) {
    return Call.get(draft + "/register?format=" + format, in.data().consultants().get(0));
  }

  private static Load rate(long rows, double seconds) {
    return new Load(rows / seconds, seconds * 1e3, seconds * 1e3, rows);
  }

  private static Load time(double seconds) {
    return rate(1, seconds);
  }
}
