package vn.sogopy.bench;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Comments sent one by one. */
final class Posts {
  private final Setting in;

  Posts(Setting in) {
    this.in = in;
  }

  List<Line> measure() throws Exception {
    List<Call> calls = in.data().posts();
    List<String> same = in.capture().scripts(calls);
    requireSame(calls, same);
    List<Line> lines = new ArrayList<>();
    in.warm(calls, 16);
    Triples sixteen = in.triples(calls, same, 16);
    lines.add(Line.ratio(sixteen, "POST, 16 connections", Goal.atLeast(0.45, 0.6)));
    lines.add(Line.p99(sixteen, "POST p99, 16 connections", Goal.atMost(3, 2)));
    Triples four = in.triples(calls, same, 4);
    lines.add(Line.ratio(four, "POST, 4 connections", Goal.atLeast(0.7, 0.85)));
    lines.add(Line.p99(four, "POST p99, 4 connections", Goal.atMost(3, 2)));
    try (Connection database = in.service().database();
        PlainInserts plain = new PlainInserts(database)) {
      lines.add(
          Line.ratio(
              in.triples(calls, plain.bare(calls.size()), 16),
              "POST ÷ one plain INSERT",
              Goal.atLeast(0.2, 0.3)));
      lines.add(
          Line.ratio(
              in.triples(calls, plain.searched(calls.size()), 16),
              "POST ÷ one INSERT with search index",
              null));
    }
    return lines;
  }

  /** The limit is one only if it leaves the same rows. */
  private void requireSame(List<Call> calls, List<String> scripts) throws Exception {
    try (Connection database = in.service().database()) {
      Map<String, Long> service =
          Written.rows(
              database,
              () -> {
                for (Call call : calls) {
                  in.api().send(call.again("bench-" + java.util.UUID.randomUUID()));
                }
              });
      Map<String, Long> limit =
          Written.rows(
              database, () -> new Pgbench(in.service(), in.folder()).once(scripts, calls.size()));
      Progress.say("  rows of %d: service %s, limit %s".formatted(calls.size(), service, limit));
      if (!service.equals(limit)) {
        throw new IllegalStateException("The limit does not write what the service writes");
      }
    }
  }
}
