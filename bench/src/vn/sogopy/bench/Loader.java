package vn.sogopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;

/**
 * Brings a database to so many comments, by way of imports, and makes the keys. What is there
 * already is kept: a folder can be used again, or be one that was loaded otherwise.
 */
final class Loader {
  private static final int BODIES = 75;
  private static final int CONSULTANTS = 32;
  private static final int LARGE = 100_000;
  private static final int SMALL = 10_000;
  private static final int DRAFTS = 3;

  /** Of one plan beyond the first: three drafts of so many. */
  private static final int OTHER = 33_000;

  private final Service service;
  private final Api api;
  private final Path folder;
  private final Connection database;
  private final String coordinator;
  private List<String> bodies;

  Loader(Service service, Path folder, Connection database) throws IOException {
    this.service = service;
    this.api = new Api(service);
    this.folder = folder;
    this.database = database;
    this.coordinator = service.key("COORDINATOR");
  }

  static Data load(Service service, int rows, Path folder) throws IOException, SQLException {
    try (Connection database = service.database()) {
      return new Loader(service, folder, database).load(rows);
    }
  }

  private Data load(int rows) throws IOException, SQLException {
    bodies = bodies();
    long there = number("select count(*) from comment");
    fill("bench-small", 1, Math.min(SMALL, rows / 10));
    if (largest() == null || number(ofLargest("count(*)")) < Math.min(LARGE, rows * 9L / 10)) {
      fill("bench-large", 1, Math.min(LARGE, rows));
    }
    for (int plan = 1; number("select count(*) from comment") < rows; plan++) {
      for (int draft = 1; draft <= DRAFTS; draft++) {
        long missing = rows - number("select count(*) from comment");
        fill("bench-" + plan, draft, (int) Math.min(OTHER, Math.max(0, missing)));
      }
    }
    fill("bench-target", 1, 0);
    if (number("select count(*) from comment") > there) {
      execute("vacuum analyze");
    }
    String large = largest();
    Keys keys = new Keys(service);
    return new Data(
        number("select count(*) from comment"),
        large,
        number(ofLargest("count(*)")),
        path("bench-small", 1),
        number(
            "select count(*) from comment c join plan p on p.id = c.plan_id where p.slug = 'bench-small'"),
        path("bench-target", 1),
        keys.of("SUBMITTER", bodies),
        bodies,
        keys.of("CONSULTANT", Collections.nCopies(CONSULTANTS, null)));
  }

  static String path(String plan, int draft) {
    return "/api/v1/plans/" + plan + "/drafts/" + draft;
  }

  private String largest() throws SQLException {
    return text(
        "select '/api/v1/plans/' || x.slug || '/drafts/' || x.number from ("
            + ofLargest("p.slug, d.number")
            + ") x");
  }

  private static String ofLargest(String what) {
    return "select "
        + what
        + " from comment c join draft d on d.id = c.draft_id join plan p on p.id = d.plan_id"
        + " where p.slug <> 'bench-target' group by p.slug, d.number order by count(*) desc, p.slug limit 1";
  }

  private List<String> bodies() throws SQLException {
    String group = text("select code from organization_group order by position limit 1");
    for (long i = number("select count(*) from organization"); i < BODIES; i++) {
      call(
          "POST",
          "/api/v1/organizations",
          "{\"code\":\"bench-%d\",\"name\":\"Cơ quan %1$d\",\"group\":\"%s\",\"order\":%1$d}"
              .formatted(i, group));
    }
    return Query.texts(database, "select code from organization order by code limit " + BODIES);
  }

  /** Makes a plan's draft, open and with an outline, unless it is there. */
  void draft(String plan, int draft) throws SQLException {
    if (number("select count(*) from plan where slug = '" + plan + "'") == 0) {
      call(
          "POST",
          "/api/v1/plans",
          "{\"slug\":\"%s\",\"title\":\"Quy hoạch %1$s\"}".formatted(plan));
    }
    if (number("select count(*) from draft where id = " + id(plan, draft)) == 0) {
      String path = path(plan, draft);
      call("POST", "/api/v1/plans/" + plan + "/drafts", "{\"title\":\"Dự thảo\"}");
      call("PUT", path + "/sections", Generator.outline());
      call("PATCH", path, "{\"status\":\"OPEN\"}");
    }
  }

  private static String id(String plan, int draft) {
    return "(select d.id from draft d join plan p on p.id = d.plan_id where p.slug = '%s' and d.number = %d)"
        .formatted(plan, draft);
  }

  /** Brings a draft to so many comments, of which two in three are answered. */
  private void fill(String plan, int draft, int rows) throws IOException, SQLException {
    draft(plan, draft);
    String path = path(plan, draft);
    String id = id(plan, draft);
    int there = (int) number("select count(*) from comment where draft_id = " + id);
    if (there >= rows) {
      return;
    }
    Progress.say("%s, draft %d: %d comments".formatted(plan, draft, rows));
    Path file = file(folder, bodies, rows - there, plan + "-" + draft + "-" + there);
    JsonNode report =
        api.sendFile(
            Call.of("POST", path + "/comment-imports", coordinator, ""),
            "application/x-ndjson",
            file);
    Files.delete(file);
    if (report.get("created").asInt() != rows - there) {
      throw new IllegalStateException(report.toString());
    }
    execute(ANSWER.formatted(id));
  }

  /** No office answers 600,000 comments while a bench runs: what its answers leave is written. */
  private static final String ANSWER =
      """
      create temp table answered on commit drop as
        select id from comment where draft_id = %s and status in ('RECEIVED', 'ASSIGNED') and receipt_number %% 3 > 0;
      update comment c set status = 'APPROVED', result = case receipt_number %% 4 when 0 then 'EXPLAINED' else 'ACCEPTED' end,
          response = 'Tiếp thu ý kiến của quý cơ quan, đơn vị tư vấn đã rà soát và bổ sung vào dự thảo.',
          revision_page = 1 + receipt_number %% 600, answered_by = 'Tư vấn', answered_at = now(), updated_at = now(),
          version = version + 2
        from answered a where a.id = c.id;
      insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)
        select id, now(), 'Tư vấn', 'bench', 'ANSWERED', 'RECEIVED', 'ANSWERED' from answered;
      insert into comment_history (comment_id, at, by_name, client, action, from_status, to_status)
        select id, now(), 'Sở', 'bench', 'APPROVED', 'ANSWERED', 'APPROVED' from answered;
      """;

  /** Lines for an import. */
  static Path file(Path folder, List<String> bodies, int rows, String name) throws IOException {
    Generator generator = new Generator(name.hashCode());
    Path file = folder.resolve(name + ".ndjson");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < rows; i++) {
        out.write(generator.line(bodies, name + "-" + i));
        out.newLine();
      }
    }
    return file;
  }

  private void call(String method, String path, String body) {
    api.send(Call.of(method, path, coordinator, body));
  }

  private void execute(String sql) throws SQLException {
    boolean alone = sql.startsWith("vacuum");
    database.setAutoCommit(alone);
    try (Statement statement = database.createStatement()) {
      statement.execute(sql);
    }
    if (!alone) {
      database.commit();
      database.setAutoCommit(true);
    }
  }

  private long number(String query) throws SQLException {
    String text = text(query);
    return text == null ? 0 : Long.parseLong(text);
  }

  private String text(String query) throws SQLException {
    List<String> all = Query.texts(database, query);
    return all.isEmpty() ? null : all.get(0);
  }
}
