package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** An import as NDJSON beside INSERT and COPY of the very same rows; all of them go again. */
final class Imports {
  private static final int MOST = 100_000;
  private static final List<String> PLANS = List.of("bench-import", "bench-insert", "bench-copy");

  private final Setting in;

  Imports(Setting in) {
    this.in = in;
  }

  /** Seconds. */
  private record Times(double imported, double inserted, double copied) {}

  List<Line> measure() throws Exception {
    int rows = (int) Math.min(MOST, in.data().rows());
    List<Times> times = new ArrayList<>();
    try (Connection database = in.service().database()) {
      forget(); // what a run that ended early has left
      round(database, rows / 10); // to warm up
      for (int i = 0; i < in.options().rounds(); i++) {
        times.add(round(database, rows));
      }
    }
    return List.of(
        line(times, rows, "INSERT of 500 rows", Times::inserted, Goal.atLeast(0.6, 0.8)),
        line(times, rows, "COPY", Times::copied, null));
  }

  private static Line line(
      List<Times> times, int rows, String limit, ToDoubleFunction<Times> of, Goal goal) {
    return new Line(
        "NDJSON import of %,d ÷ %s".formatted(rows, limit),
        Stats.median(times.stream().map(time -> rows / time.imported()).toList()),
        Stats.median(times.stream().map(time -> rows / of.applyAsDouble(time)).toList()),
        "rows/s",
        Stats.of(times.stream().map(time -> of.applyAsDouble(time) / time.imported()).toList()),
        goal);
  }

  private Times round(Connection database, int rows) throws Exception {
    String coordinator = in.service().key("COORDINATOR");
    for (String plan : PLANS) {
      new Loader(in.service(), in.folder(), database).draft(plan, 1);
    }
    Path file = Loader.file(in.folder(), in.data().bodies(), rows, "import");
    Call call = Call.of("POST", Loader.path(PLANS.get(0), 1) + "/comment-imports", coordinator, "");
    long start = System.nanoTime();
    JsonNode report = in.api().sendFile(call, "application/x-ndjson", file);
    double imported = (System.nanoTime() - start) / 1e9;
    Files.delete(file);
    if (report.get("created").asInt() != rows) {
      throw new IllegalStateException(report.toString());
    }
    CopiedComments copied = new CopiedComments(database, PLANS.get(0));
    Times times =
        new Times(
            imported, copied.insertInto(PLANS.get(1)) / 1e9, copied.copyInto(PLANS.get(2)) / 1e9);
    Progress.say("  seconds: " + times);
    forget();
    return times;
  }

  /** History is for good, but for the superuser who sets its triggers aside. */
  private void forget() throws Exception {
    try (Connection superuser = in.service().superuser();
        Statement statement = superuser.createStatement()) {
      statement.execute("set session_replication_role = replica");
      String plans = "(select id from plan where slug in ('" + String.join("', '", PLANS) + "'))";
      String comments = "(select id from comment where plan_id in " + plans + ")";
      statement.execute("delete from comment_section where comment_id in " + comments);
      statement.execute("delete from comment_history where comment_id in " + comments);
      for (String table : List.of("comment", "letter", "change_arrival", "change")) {
        statement.execute("delete from " + table + " where plan_id in " + plans);
      }
      statement.execute("vacuum analyze comment, comment_history, letter");
    }
  }
}
