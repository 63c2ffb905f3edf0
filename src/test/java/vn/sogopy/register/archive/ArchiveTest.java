package vn.sogopy.register.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.platform.sql.Pieces;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** A whole plan as one ZIP for the archive. */
@QuarkusTest
class ArchiveTest {
  private static final String FOLDER = "Dự thảo lần 1/";
  @Inject DataSource source;

  @ConfigProperty(name = "sogopy.limits.heavy-at-once")
  int atOnce;

  @TestHTTPResource("/api/v1")
  URI root;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private static byte[] pdf(String text) {
    return ("%PDF-1.4\n% "
            + text
            + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void attach(String path, String name, byte[] file) {
    TestForm.as(Key.COORDINATOR)
        .body(TestForm.of(TestForm.part("file", name, file)))
        .post(path)
        .then()
        .statusCode(201);
  }

  private Map<String, byte[]> archive() throws IOException {
    byte[] file =
        Api.as(Key.COORDINATOR)
            .get(plan.path() + "/archive")
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .header("Content-Disposition", containsString(plan.slug()))
            .extract()
            .asByteArray();
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    }
    return entries;
  }

  private static List<CSVRecord> csv(byte[] file) throws IOException {
    String text = new String(file, StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new StringReader(text.substring(1)))
        .getRecords();
  }

  /** Every other entry with its digest, as {@code sha256sum} prints it. */
  private static void manifestHoldsEveryEntry(Map<String, byte[]> entries) {
    StringBuilder expected = new StringBuilder();
    entries.forEach(
        (name, bytes) -> {
          if (!name.equals(ArchiveFile.MANIFEST)) {
            String digest = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
            expected.append(digest).append("  ").append(name).append('\n');
          }
        });
    assertThat(new String(entries.get(ArchiveFile.MANIFEST), StandardCharsets.UTF_8))
        .isEqualTo(expected.toString());
  }

  @Test
  void lettersMinutesEditionsAndHistories() throws IOException {
    Consultees.of(plan).ask("sgtvt").ask("stc");
    TestComment comment =
        plan.comment(
            Key.SGTVT,
            json(
                "content",
                "Nội dung kín",
                "restricted",
                true,
                "letter",
                json("number", "510/SGTVT-KCHT", "date", "2021-08-24")));
    String letter = Api.as(Key.COORDINATOR).get(comment.path()).then().extract().path("letter.id");
    byte[] scan = pdf("scan");
    byte[] minutes = pdf("minutes");
    attach("/letters/" + letter + "/attachments", "Góp ý.pdf", scan);
    attach(plan.draftPath(1) + "/minutes", "Biên bản.pdf", minutes);
    TestLetter.send(plan, Key.BABE, TestLetter.letter("7/UBND", "Không có tệp"));
    String edition =
        Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true, "allowUnplaced", true))
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post("/editions/" + edition + "/issuance")
        .then()
        .statusCode(200);
    byte[] signed = pdf("signed");
    attach("/editions/" + edition + "/signed-copies", "Báo cáo đã ký.pdf", signed);

    Map<String, byte[]> entries = archive();
    manifestHoldsEveryEntry(entries);
    assertThat(entries.get(FOLDER + "Biên bản/0001-1 Biên bản.pdf")).isEqualTo(minutes);
    assertThat(file(entries, "Văn bản góp ý", "Góp ý.pdf")).isEqualTo(scan);
    assertThat(file(entries, "Bản chốt số liệu", "Báo cáo đã ký.pdf")).isEqualTo(signed);
    assertThat(entries.keySet())
        .anyMatch(name -> name.startsWith(FOLDER + "Bản chốt số liệu/") && name.endsWith(".json"))
        .contains("Lịch sử văn bản góp ý.csv", "Lịch sử lấy ý kiến.csv");

    List<CSVRecord> index = csv(entries.get(ArchiveResource.INDEX));
    assertThat(index)
        .filteredOn(row -> row.get("Số, ký hiệu").equals("510/SGTVT-KCHT"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("Ngày, tháng")).isEqualTo("24/8/2021");
              assertThat(row.get("Tác giả")).isEqualTo("Sở Giao thông vận tải");
              assertThat(entries).containsKey(row.get("Tệp"));
            });
    assertThat(index)
        .filteredOn(row -> row.get("Số, ký hiệu").equals("7/UBND"))
        .singleElement()
        .satisfies(row -> assertThat(row.get("Tệp")).isEmpty());
    assertThat(index)
        .filteredOn(row -> !row.get("Tệp").isEmpty())
        .allSatisfy(
            row ->
                assertThat(
                        HexFormat.of()
                            .formatHex(Sha256.digest().digest(entries.get(row.get("Tệp")))))
                    .isEqualTo(row.get("SHA-256")));
    assertThat(csv(entries.get("Lịch sử ý kiến.csv")))
        .filteredOn(row -> row.get("Việc").equals("Tiếp nhận"))
        .hasSize(2)
        .allSatisfy(
            row -> {
              assertThat(row.get("Mã việc")).isEqualTo("RECEIVED");
              assertThat(row.get("Trạng thái trước")).isEmpty();
              assertThat(row.get("Trạng thái sau")).isEqualTo("Mới tiếp nhận");
              assertThat(row.get("Mã trạng thái sau")).isEqualTo("RECEIVED");
              assertThat(row.get("Thay đổi (JSON)")).startsWith("[");
            })
        .anySatisfy(row -> assertThat(row.get("Mã hệ thống")).isEqualTo(comment.id()));
    assertThat(csv(entries.get("Lịch sử văn bản góp ý.csv")))
        .filteredOn(row -> row.get("Mã việc").equals("ATTACHED"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.get("Việc")).isEqualTo("Lưu tệp kèm theo");
              assertThat(row.get("Thay đổi")).contains("Tên tệp: Góp ý.pdf");
              assertThat(row.get("Cơ quan")).isEqualTo("Sở Giao thông vận tải");
            });
    assertThat(csv(entries.get("Lịch sử lấy ý kiến.csv")))
        .allSatisfy(row -> assertThat(row.get("Việc")).isEqualTo("Đưa vào danh sách lấy ý kiến"))
        .extracting(row -> row.get("Mã cơ quan"))
        .contains("sgtvt", "stc");
  }

  /** The one file of this name in a folder. */
  private static byte[] file(Map<String, byte[]> entries, String folder, String name) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(FOLDER + folder + "/"))
        .filter(entry -> entry.getKey().endsWith(" " + name))
        .map(Map.Entry::getValue)
        .reduce((one, other) -> new byte[0])
        .orElseThrow();
  }

  @Test
  void emptyPlanHasIndexHistoriesAndManifest() throws IOException {
    Map<String, byte[]> entries = archive();
    manifestHoldsEveryEntry(entries);
    assertThat(entries)
        .containsOnlyKeys(
            "Lịch sử ý kiến.csv",
            "Lịch sử văn bản góp ý.csv",
            "Lịch sử lấy ý kiến.csv",
            ArchiveResource.INDEX,
            ArchiveFile.MANIFEST);
    assertThat(csv(entries.get(ArchiveResource.INDEX))).isEmpty();
  }

  private HttpResponse<InputStream> open() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + plan.path() + "/archive"))
            .header("X-API-Key", Key.COORDINATOR.secret())
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
  }

  /** A letter with a file of this size that does not compress. */
  private UUID attach(int size) {
    byte[] file = new byte[size];
    new Random(1).nextBytes(file);
    TestLetter letter = TestLetter.send(plan, Key.BABE, TestLetter.letter("7/UBND", "Kèm bản đồ"));
    attach(letter.path() + "/attachments", "Bản đồ.dgn", file);
    return UUID.fromString(letter.id());
  }

  private void loseLastPiece(UUID letter) {
    Sql.of(
            "delete from attachment_piece p using attachment a where a.id = p.file_id"
                + " and a.letter_id = ? and p.ordinal = (a.size - 1) / ?",
            letter,
            Pieces.SIZE)
        .execute(source);
  }

  @Test
  void isSentWhileItIsMade() throws Exception {
    attach(3 * Pieces.SIZE);
    HttpResponse<InputStream> answer = open();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
    assertThat(answer.headers().map()).doesNotContainKeys("content-length", "etag");
    assertThat(answer.body().readAllBytes()).hasSizeGreaterThan(3 * Pieces.SIZE);
    Api.wrong(Key.COORDINATOR)
        .head(plan.path() + "/archive")
        .then()
        .statusCode(200)
        .header("Content-Disposition", containsString(plan.slug()));
  }

  /** More often than archives are sent at once: each gives back its place. */
  @Test
  void failureInTheMiddleBreaksTheConnection() throws Exception {
    loseLastPiece(attach(3 * Pieces.SIZE));
    for (int i = 0; i <= atOnce; i++) {
      HttpResponse<InputStream> answer = open();
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
    }
  }

  @Test
  void clientsThatGoAwayGiveBackTheirPlaces() throws Exception {
    attach(64 * Pieces.SIZE);
    for (int i = 0; i <= atOnce; i++) {
      HttpResponse<InputStream> answer = open();
      assertThat(answer.statusCode()).isEqualTo(200);
      answer.body().close();
    }
  }

  @Test
  void unknownPlan() {
    Api.as(Key.COORDINATOR)
        .get("/plans/no-such-plan/archive")
        .then()
        .spec(problem(404, "not-found"));
  }

  @Test
  void onlyForCoordinators() {
    for (Key key : List.of(Key.CONSULTANT, Key.VIEWER, Key.SGTVT, Key.ADMIN)) {
      Api.as(key).get(plan.path() + "/archive").then().spec(problem(403, "forbidden"));
    }
  }
}
