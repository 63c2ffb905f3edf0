package vn.sogopy.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table, as Markdown and as JSON; written anew with every measure. */
final class Report {
  private static final String PAGE = "GET open items, page of 50";

  private final Options options;
  private final Map<String, String> versions = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Row(long comments, int java, Line line) {}

  Report(Options options) throws IOException {
    this.options = options;
    versions.put("day", LocalDate.now().toString());
    versions.put("command", "bench/run " + options.words());
    versions.put("commit", first("git", "describe", "--always", "--dirty"));
    versions.put("machine", Machine.describe());
    versions.put("pgbench", first(System.getProperty("bench.pgbench"), "--version"));
    versions.put("wrk", first("sh", "-c", "wrk -v 2>&1 | head -1 || true"));
  }

  private static String first(String... command) throws IOException {
    return Run.command(List.of(command)).lines().findFirst().orElse("").strip();
  }

  void versions(Service service, int java) throws Exception {
    String home = System.getProperty("bench.jdk" + java);
    versions.put(
        "JDK " + java,
        Run.command(List.of(home + "/bin/java", "-version"))
            .lines()
            .skip(1)
            .findFirst()
            .orElse(""));
    try (Connection database = service.database();
        Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version() || string_agg(', ' || name || '=' || setting, '' order by name) from pg_settings"
                    + " where name in ('fsync', 'synchronous_commit', 'shared_buffers')")) {
      row.next();
      versions.put("database", row.getString(1));
    }
    versions.put(
        "service " + java,
        String.join(" ", options.command(java).stream().skip(1).toList())
            .replaceAll("\\S*/(target/)", "$1"));
  }

  void add(Data data, int java, List<Line> lines) throws IOException {
    lines.forEach(line -> rows.add(new Row(data.rows(), java, line)));
    write();
  }

  /** The same page with most comments in the database ÷ with the fewest. */
  void compareSizes() throws IOException {
    for (int java : options.java()) {
      List<Row> pages =
          rows.stream()
              .filter(row -> row.java() == java && row.line().measure().equals(PAGE))
              .toList();
      if (pages.size() > 1) {
        Row few = pages.get(0);
        Row many = pages.get(pages.size() - 1);
        double ratio = many.line().service() / few.line().service();
        rows.add(
            new Row(
                many.comments(),
                java,
                new Line(
                    "the same ÷ at %,d comments".formatted(few.comments()),
                    many.line().service(),
                    few.line().service(),
                    "/s",
                    new Stats(ratio, ratio, ratio),
                    Goal.atLeast(0.8, 0.95))));
      }
    }
    write();
  }

  private void write() throws IOException {
    Files.writeString(options.out().resolve("bench.md"), text());
    ObjectNode json = Api.JSON.createObjectNode();
    json.set("versions", Api.JSON.valueToTree(versions));
    ArrayNode lines = json.putArray("lines");
    rows.forEach(row -> lines.add(json(row)));
    Path file = options.out().resolve("bench.json");
    Files.writeString(file, json.toPrettyString());
  }

  private static ObjectNode json(Row row) {
    Line line = row.line();
    ObjectNode json =
        Api.JSON
            .createObjectNode()
            .put("comments", row.comments())
            .put("java", row.java())
            .put("measure", line.measure())
            .put("service", line.service())
            .put("limit", Double.isNaN(line.limit()) ? null : line.limit())
            .put("unit", line.unit());
    json.set("value", Api.JSON.valueToTree(line.value()));
    json.set("goal", Api.JSON.valueToTree(line.goal()));
    return json;
  }

  String text() {
    StringBuilder text = new StringBuilder("| | |\n|---|---|\n");
    versions.forEach((name, value) -> text.append("| %s | %s |\n".formatted(name, value)));
    text.append(
        "\n| comments | JDK | | service | limit | ratio or value (least–most) | goal (stretch) | reached |\n"
            + "|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      Line line = row.line();
      text.append(
          "| %,d | %d | %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  row.comments(),
                  row.java(),
                  line.measure(),
                  line.withUnit(line.service()),
                  line.withUnit(line.limit()),
                  line.shown(),
                  line.goal() == null ? "" : line.goal(),
                  line.goal() == null ? "" : line.goal().judge(line.value().median())));
    }
    return text.toString();
  }
}
