package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/**
 * Times every format of the register, and the memory of the packaged service with {@code -Xmx512m},
 * beside {@code COPY … TO} of the same rows in the same run. Prints a table; takes some minutes.
 * Not part of the tests: {@code ./mvnw failsafe:integration-test -Dit.test=RegisterExportMeasure}
 * after {@code ./mvnw package}.
 */
class RegisterExportMeasure {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int REPEATS = 3;
  private static final List<String> ALL =
      List.of("json", "csv", "xlsx", "docx", "pdf", "html", "zip");

  @Test
  void allFormats(@TempDir Path folder) throws Exception {
    try (PackagedService service = PackagedService.start(folder)) {
      System.out.println("| comments | what | seconds | MB | / COPY | peak RSS MB |");
      System.out.println("|---|---|---|---|---|---|");
      int there = 0;
      int plan = 0;
      for (int comments : new int[] {1_000, 20_000, 100_000}) {
        String slug = "m-" + ++plan;
        plan(service, slug);
        try (Connection database = database(folder)) {
          fill(database, slug, comments);
          there += comments;
          double copy = copy(database, slug);
          System.out.printf(Locale.ROOT, "| %d | COPY TO | %.2f | | 1 | |%n", comments, copy);
          for (String format : comments > 20_000 ? List.of("json", "csv", "xlsx") : ALL) {
            measure(service, slug, comments, format, copy);
          }
        }
      }
      assertThat(there).isEqualTo(121_000);
      refused(service, "m-3", "docx");
      refused(service, "m-3", "pdf");
    }
  }

  private void measure(
      PackagedService service, String slug, int comments, String format, double copy)
      throws IOException, InterruptedException {
    double best = Double.MAX_VALUE;
    long bytes = 0;
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      HttpResponse<InputStream> answer =
          HTTP.send(
              request(service, "/api/v1/plans/" + slug + "/drafts/1/register?format=" + format)
                  .build(),
              HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        bytes = body.transferTo(OutputStream.nullOutputStream());
      }
      assertThat(answer.statusCode()).as(format).isEqualTo(200);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %.2f | %.1f | %.1f | %d |%n",
        comments,
        format,
        best,
        bytes / 1e6,
        best / copy,
        peak(service));
  }

  /** What is beyond a format is told, with those that hold it. */
  private static void refused(PackagedService service, String slug, String format)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            request(service, "/api/v1/plans/" + slug + "/drafts/1/register?format=" + format)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("json, csv, xlsx");
  }

  /** The greatest resident size so far, in MB. */
  static long peak(PackagedService service) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + service.process().pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1000)
        .findFirst()
        .orElseThrow();
  }

  static HttpRequest.Builder request(PackagedService service, String path) throws IOException {
    return HttpRequest.newBuilder(service.uri(path))
        .header("Authorization", "Bearer " + service.key("COORDINATOR"))
        .header("Content-Type", "application/json");
  }

  private static void post(PackagedService service, String path, String method, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HTTP.send(
            request(service, path)
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  static void plan(PackagedService service, String slug) throws IOException, InterruptedException {
    post(
        service,
        "/api/v1/plans",
        "POST",
        "{\"slug\": \"%s\", \"title\": \"Quy hoạch đo\"}".formatted(slug));
    post(service, "/api/v1/plans/" + slug + "/drafts", "POST", "{\"title\": \"Dự thảo\"}");
    post(
        service,
        "/api/v1/plans/" + slug + "/drafts/1/sections",
        "PUT",
        "{\"items\": [{\"code\": \"BCTH\", \"title\": \"Báo cáo tổng hợp\", \"parent\": null},"
            + " {\"code\": \"V\", \"title\": \"Hạ tầng\", \"parent\": \"BCTH\"}]}");
    post(service, "/api/v1/plans/" + slug + "/drafts/1", "PATCH", "{\"status\": \"OPEN\"}");
  }

  static Connection database(Path folder) throws IOException, SQLException {
    Path pg = folder.resolve("pg");
    String port = Files.readAllLines(pg.resolve("data/postmaster.pid")).get(3);
    String password = Files.readString(pg.resolve("password")).strip();
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/sogopy", "sogopy", password);
  }

  /** Comments of 500 characters, two in three answered and approved, by all bodies in turn. */
  private static void fill(Connection database, String slug, int comments) throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute(
          """
          insert into comment (id, receipt_number, plan_id, draft_id, organization_id, section_id, kind,
            content, restricted, status, result, response, answered_by, answered_at, client, sent_digest,
            received_at, updated_at)
          select gen_random_uuid(), nextval('receipt_number'), d.plan_id, d.id, o.ids[1 + n %% array_length(o.ids, 1)],
            s.id, 'OTHER', left('Ý kiến ' || n || ': ' || repeat('đề nghị rà soát số liệu quy hoạch đường tỉnh ', 12), 500), false,
            case when n %% 3 = 0 then 'RECEIVED' else 'APPROVED' end,
            case when n %% 3 = 0 then null else 'EXPLAINED' end,
            case when n %% 3 = 0 then null else repeat('Giữ nguyên theo quy hoạch quốc gia. ', 5) end,
            'Đo', now(), 'measure', sha256('x'), now(), now()
          from generate_series(1, %d) n, draft d join plan p on p.id = d.plan_id
            join section s on s.draft_id = d.id and s.code = 'V',
            (select array_agg(id order by code) as ids from organization) o
          where p.slug = '%s'"""
              .formatted(comments, slug));
      statement.execute("analyze comment");
    }
  }

  /** Seconds for the rows of annex I, best of three. */
  private static double copy(Connection database, String slug) throws SQLException, IOException {
    String rows =
        """
        copy (select o.name, c.content, c.result, c.response, s.code from comment c
          join organization o on o.id = c.organization_id join section s on s.id = c.section_id
          join plan p on p.id = c.plan_id where p.slug = '%s' order by o.position, c.received_at) to stdout (format csv)"""
            .formatted(slug);
    double best = Double.MAX_VALUE;
    for (int i = 0; i < REPEATS; i++) {
      long start = System.nanoTime();
      database
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyOut(rows, OutputStream.nullOutputStream());
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }
}
