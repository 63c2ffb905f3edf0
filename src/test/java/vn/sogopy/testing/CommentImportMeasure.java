package vn.sogopy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Times an import of comments as NDJSON into the packaged service, and its memory with {@code
 * -Xmx256m}, beside plain INSERT and COPY of the very same rows into the same database in the same
 * run: tables, indexes and triggers as they are. Prints a table; takes some minutes. Not part of
 * the tests: {@code ./mvnw failsafe:integration-test -Dit.test=CommentImportMeasure} after {@code
 * ./mvnw package}. {@code -Dmeasure.rows=…} rows an import (100,000), {@code -Dmeasure.rounds=…}
 * imports, each followed by its INSERT and its COPY (1).
 */
class CommentImportMeasure {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final int ROWS = Integer.getInteger("measure.rows", 100_000);
  private static final int ROUNDS = Integer.getInteger("measure.rounds", 1);
  private static final String[] WORDS =
      ("đề nghị rà soát bổ sung số liệu quy hoạch đường tỉnh cụm công nghiệp nguồn nước rừng phòng hộ"
              + " khu dân cư huyện xã phương án phát triển hạ tầng giai đoạn tầm nhìn môi trường chiến lược"
              + " cấp điện thoát nước thải giáo dục y tế du lịch sinh thái khoáng sản đất ở nông thôn")
          .split(" ");
  private static final String[] KINDS = {
    "MISSING", "DATA", "CHANGE", "QUESTION", "EDITORIAL", "OTHER"
  };

  @Test
  void beside(@TempDir Path folder) throws Exception {
    System.setProperty("sogopy.test.heap", "256m");
    try (PackagedService service = PackagedService.start(folder);
        Connection database = RegisterExportMeasure.database(folder)) {
      long warm = importInto(service, "w", file(folder, database, 1_000, 0));
      System.out.printf(Locale.ROOT, "The first 1,000 rows: %.1f s%n", warm / 1e9);
      System.out.println(
          "| round | rows | import rows/s | INSERT rows/s | COPY rows/s | import / INSERT | import / COPY | peak RSS MB |");
      System.out.println("|---|---|---|---|---|---|---|---|");
      long[] sum = new long[3];
      for (int round = 1; round <= ROUNDS; round++) {
        long imported = importInto(service, "i" + round, file(folder, database, ROWS, round));
        long peak = RegisterExportMeasure.peak(service);
        RegisterExportMeasure.plan(service, "s" + round);
        RegisterExportMeasure.plan(service, "c" + round);
        CopiedComments copied = new CopiedComments(database, "i" + round);
        long inserted = copied.insertInto("s" + round);
        long copy = copied.copyInto("c" + round);
        requireSame(database, "i" + round, "s" + round, "c" + round);
        line(String.valueOf(round), ROWS, imported, inserted, copy, peak);
        sum[0] += imported;
        sum[1] += inserted;
        sum[2] += copy;
      }
      line("all", ROWS * ROUNDS, sum[0], sum[1], sum[2], RegisterExportMeasure.peak(service));
      System.out.println(heap(service));
    }
  }

  private static void line(
      String round, int rows, long imported, long inserted, long copied, long peak) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.0f | %.0f | %.0f | %.2f | %.2f | %d |%n",
        round,
        rows,
        rows * 1e9 / imported,
        rows * 1e9 / inserted,
        rows * 1e9 / copied,
        (double) inserted / imported,
        (double) copied / imported,
        peak);
  }

  /** Nanoseconds. */
  private static long importInto(PackagedService service, String slug, Path file)
      throws IOException, InterruptedException {
    RegisterExportMeasure.plan(service, slug);
    long start = System.nanoTime();
    HttpResponse<String> answer =
        HTTP.send(
            RegisterExportMeasure.request(
                    service, "/api/v1/plans/" + slug + "/drafts/1/comment-imports")
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    long taken = System.nanoTime() - start;
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"rejected\":0").contains("\"unchanged\":0");
    return taken;
  }

  private static void requireSame(Connection database, String... slugs) throws SQLException {
    try (var statement =
        database.prepareStatement(
            """
            select p.slug, count(*), (select count(*) from comment_history h join comment c2 on c2.id = h.comment_id
              where c2.plan_id = p.id) as lines, (select count(*) from change_arrival a where a.plan_id = p.id)
                + (select count(*) from change a where a.plan_id = p.id) as told
            from comment c join plan p on p.id = c.plan_id where p.slug = any(?) group by p.id""")) {
      statement.setArray(1, database.createArrayOf("text", slugs));
      var rows = statement.executeQuery();
      List<List<Long>> counts = new ArrayList<>();
      while (rows.next()) {
        counts.add(List.of(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
      assertThat(counts).hasSize(slugs.length);
      assertThat(counts.stream().distinct()).as("%s", counts).hasSize(1);
    }
  }

  /** Some 600 bytes a line: most in letters, half with an externalId. */
  private static Path file(Path folder, Connection database, int rows, int seed)
      throws IOException, SQLException {
    List<String> bodies = new ArrayList<>();
    try (var statement = database.createStatement();
        var found =
            statement.executeQuery("select code from organization order by code limit 75")) {
      while (found.next()) {
        bodies.add(found.getString(1));
      }
    }
    Path file = folder.resolve("comments-" + seed + ".ndjson");
    Random random = new Random(seed);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (int n = 1; n <= rows; n++) {
        String body = bodies.get(random.nextInt(bodies.size()));
        StringBuilder line = new StringBuilder("{\"organization\":\"" + body + "\"");
        if (random.nextInt(5) > 0) {
          int number = 100 + random.nextInt(8);
          line.append(
              ",\"letter\":{\"number\":\"%d/CV-%s\",\"date\":\"2021-08-24\"}"
                  .formatted(number, body));
        }
        if (random.nextInt(3) > 0) {
          line.append(
              ",\"section\":\"V\",\"locator\":{\"page\":%d}".formatted(1 + random.nextInt(600)));
        }
        if (random.nextInt(10) == 0) {
          line.append(",\"alsoSections\":[\"BCTH\"]");
        }
        if (random.nextInt(5) == 0) {
          line.append(
              ",\"author\":{\"fullName\":\"Nguyễn Văn %d\"}".formatted(random.nextInt(500)));
        }
        if (random.nextBoolean()) {
          line.append(",\"externalId\":\"m-%d-%d\"".formatted(seed, n));
        }
        line.append(",\"kind\":\"").append(KINDS[random.nextInt(KINDS.length)]);
        line.append("\",\"content\":\"Ý kiến ").append(n).append(':');
        int length = line.length() + 180 + random.nextInt(260);
        while (line.length() < length) {
          line.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        out.write(line.append(".\"}\n").toString());
      }
    }
    System.out.printf(Locale.ROOT, "%d rows, %d bytes each%n", rows, Files.size(file) / rows);
    return file;
  }

  private static String heap(PackagedService service) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), service.process().pid() + "", "GC.heap_info").start();
    String said = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return said.strip();
  }
}
