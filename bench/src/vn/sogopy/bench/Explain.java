package vn.sogopy.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the database goes about the hot queries, as Markdown. What they write is rolled back. */
final class Explain {
  private static final Pattern EXPLAINED =
      Pattern.compile("(?i)(select|with|insert|update|delete)\\b.*", Pattern.DOTALL);
  private static final Pattern VARIABLE = Pattern.compile("(?<!:):v\\d*\\b");
  private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");
  private static final Pattern COPIED =
      Pattern.compile("(?i)copy\\s*\\((.*)\\)\\s*to stdout.*", Pattern.DOTALL);
  private static final int LONGEST = 2_000;

  private final Setting in;

  Explain(Setting in) {
    this.in = in;
  }

  String text() throws Exception {
    Reads reads = new Reads(in);
    String draft = in.data().large();
    String key = in.data().consultants().get(0);
    Map<String, Call> calls = new LinkedHashMap<>();
    calls.put("POST a comment", in.data().posts().get(0));
    calls.put("GET open items of a section and all below it", reads.pages().get(0));
    calls.put("GET page 1,000", reads.far().get(0));
    calls.put("Search", reads.searches().get(0));
    calls.put("Statistics", Call.get(draft + "/statistics", key));
    calls.put("Coverage", Call.get(draft + "/coverage", key));
    calls.put("Register", Call.get(draft + "/register?format=csv", key));
    StringBuilder text = new StringBuilder();
    try (Connection database = in.service().database()) {
      database.setAutoCommit(false);
      for (Map.Entry<String, Call> call : calls.entrySet()) {
        Progress.say(call.getKey());
        text.append("\n### ").append(call.getKey()).append('\n');
        try {
          String script = in.capture().scripts(List.of(call.getValue())).get(0);
          text.append(plans(database, script, call.getValue().method()));
        } catch (IllegalStateException e) {
          text.append("\nfailed: ").append(e.getMessage()).append('\n');
        }
        database.rollback();
      }
    }
    return text.toString();
  }

  /** Of a write all plans, of a read that which takes longest. */
  private static String plans(Connection database, String script, String method)
      throws SQLException {
    Map<String, String> values = new HashMap<>();
    StringBuilder all = new StringBuilder();
    String slowest = "";
    double most = 0;
    for (String line : script.split(";\n")) {
      String sql =
          VARIABLE
              .matcher(line.replaceAll("(?m)^\\\\set .*$", "").strip())
              .replaceAll(at -> values.computeIfAbsent(at.group(), one -> digits()));
      // What is copied out is a query.
      sql = COPIED.matcher(sql).replaceAll("$1");
      if (sql.isEmpty() || sql.matches("(?i)(begin|commit|rollback).*")) {
        continue;
      }
      try (Statement statement = database.createStatement()) {
        if (!EXPLAINED.matcher(sql).matches()) {
          statement.execute(sql);
          continue;
        }
        String plan = plan(statement, sql);
        Matcher time = TIME.matcher(plan);
        double taken = time.find() ? Double.parseDouble(time.group(1)) : 0;
        if (taken >= most) {
          most = taken;
          slowest = plan;
        }
        all.append(plan);
      }
    }
    return method.equals("GET") ? slowest : all.toString();
  }

  private static String digits() {
    return "'" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 1_000_000_000_000L) + "'";
  }

  private static String plan(Statement statement, String sql) throws SQLException {
    List<String> plan = new ArrayList<>();
    try (ResultSet row = statement.executeQuery("explain (analyze, buffers) " + sql)) {
      while (row.next()) {
        plan.add(row.getString(1));
      }
    }
    String shown = sql.length() > LONGEST ? sql.substring(0, LONGEST) + " …" : sql;
    return "\n```sql\n%s\n```\n```\n%s\n```\n".formatted(shown, String.join("\n", plan));
  }
}
