package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The chasing list and the chasing letter, rendered and parsed. */
@QuarkusTest
class ChasingListTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/2/consultees";
  private static final List<Object> BEFORE = List.of(json("number", "1/A", "date", "2021-08-16"));
  private Consultees consultees;

  @Inject DataSource source;

  @BeforeEach
  void plan() {
    consultees = Consultees.of(TestPlan.open());
    consultees
        .ask("sgtvt")
        .ask(
            json(
                "organization",
                "stc",
                "requestLetters",
                List.of(json("number", "1186/SKHĐT-TH", "date", "2021-08-16")),
                "dueOn",
                "2021-09-15",
                "contact",
                json("name", "=1+1", "phone", "+84 209", "email", "a@example.org")));
    consultees
        .plan()
        .comment(
            Key.SGTVT,
            json("content", "Một", "letter", json("number", "1/A", "date", "2021-08-24")));
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-16", "text", "Đã gọi"))
        .post(consultees.path("stc") + "/contacts-log")
        .then()
        .statusCode(201);
  }

  private Response as(String format, String... query) {
    return at(consultees.path(), format, query);
  }

  private Response as(Key key, String format) {
    return at(key, consultees.path(), format);
  }

  private static Response at(String path, String format, String... query) {
    return at(Key.VIEWER, path, format, query);
  }

  private static Response at(Key key, String path, String format, String... query) {
    var request = Api.as(key).queryParam("format", format);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.get(path).then().statusCode(200).extract().response();
  }

  private static List<CSVRecord> csv(Response answer) throws IOException {
    String text = new String(answer.asByteArray(), StandardCharsets.UTF_8);
    assertThat(text).startsWith("\uFEFF");
    return CSVFormat.RFC4180
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .get()
        .parse(new java.io.StringReader(text.substring(1)))
        .getRecords();
  }

  @Test
  void csvListsOrganizationsWithoutReply() throws IOException {
    Response answer = as("csv");
    answer
        .then()
        .contentType("text/csv; charset=UTF-8")
        .header(
            "Content-Disposition",
            containsString("filename=\"Danh_sach_co_quan_chua_co_van_ban_gop_y_-_"));
    List<CSVRecord> rows = csv(answer);
    assertThat(rows).hasSize(1);
    CSVRecord row = rows.get(0);
    assertThat(row.get("STT")).isEqualTo("1");
    assertThat(row.get("Cơ quan")).isEqualTo("Sở Tài chính");
    assertThat(row.get("Văn bản xin ý kiến")).isEqualTo("số 1186/SKHĐT-TH ngày 16/8/2021");
    assertThat(row.get("Hạn trả lời")).isEqualTo("15/9/2021");
    assertThat(Integer.parseInt(row.get("Quá hạn (ngày)"))).isPositive();
    assertThat(row.get("Đầu mối")).isEqualTo("'=1+1");
    assertThat(row.get("Điện thoại")).isEqualTo("'+84 209");
    assertThat(row.get("Đã đôn đốc")).isEqualTo("16/9/2021: Đã gọi");
  }

  @Test
  void stateFilterIsApplied() throws IOException {
    assertThat(csv(as("csv", "state", "COMMENTED")))
        .extracting(row -> row.get("Cơ quan"))
        .containsExactly("Sở Giao thông vận tải");
    assertThat(csv(as("csv", "state", "COMMENTED,NOT_REPLIED"))).hasSize(2);
  }

  private static List<Row> sheet(Response answer, int index) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      return book.getSheet(index).orElseThrow().read();
    }
  }

  @Test
  void sheetHasDatesAndText() throws IOException {
    List<Row> rows = sheet(as("xlsx"), 0);
    Row line =
        rows.stream()
            .filter(row -> row.getCellCount() > 1 && "Sở Tài chính".equals(text(row, 1)))
            .findFirst()
            .orElseThrow();
    assertThat(line.getCell(3).asDate().toLocalDate()).isEqualTo(LocalDate.of(2021, 9, 15));
    assertThat(line.getCell(5).getType()).isEqualTo(CellType.STRING);
    assertThat(text(line, 5)).isEqualTo("=1+1");
    assertThat(text(rows.get(0), 0)).isEqualTo("DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA CÓ VĂN BẢN GÓP Ý");
  }

  private static String text(Row row, int column) {
    return row.getCellText(column);
  }

  @Test
  void sampleIsMarkedInEveryFormat() throws IOException {
    assertThat(csv(at(SAMPLE, "csv"))).allMatch(row -> row.isMapped("DỮ LIỆU MẪU"));
    assertThat(sheet(at(SAMPLE, "xlsx"), 0))
        .anyMatch(row -> row.getCellText(0).equals("DỮ LIỆU MẪU"));
    try (XWPFDocument letter = docx(at(SAMPLE, "docx"))) {
      assertThat(letter.getHeaderList()).anyMatch(h -> h.getText().contains("DỮ LIỆU MẪU"));
    }
    assertThat(new String(as("csv").asByteArray(), StandardCharsets.UTF_8))
        .doesNotContain("DỮ LIỆU MẪU");
  }

  private static XWPFDocument docx(Response answer) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(answer.asByteArray()));
  }

  @Test
  void letterHasNumberAndSignatureFields() throws Exception {
    Response answer = at(SAMPLE, "docx");
    answer.then().header("Content-Disposition", endsWith(".docx"));
    try (XWPFDocument letter = docx(answer);
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      assertThat(text.getText())
          .contains(
              "ỦY BAN NHÂN DÂN TỈNH BẮC KẠN",
              "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
              "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
              "Độc lập - Tự do - Hạnh phúc",
              "Số:        /SKHĐT-",
              "Bắc Kạn, ngày      tháng      năm ",
              "V/v đề nghị tham gia ý kiến dự thảo lần 2 Quy hoạch tỉnh Bắc Kạn",
              "Kính gửi:",
              "đã được gửi hồ sơ lấy ý kiến tại các Văn bản số 4815/UBND-TH ngày 16/8/2021",
              "Sở Kế hoạch và Đầu tư",
              "GIÁM ĐỐC",
              "Nơi nhận:",
              "UBND huyện Ngân Sơn")
          .doesNotContain("UBND huyện Ba Bể");
      assertThat(letter.getStyles().getStyleWithName("Quốc hiệu")).isNotNull();
      assertThat(letter.getStyle().toString()).contains("vi-VN", "Times New Roman");
      var page = letter.getDocument().getBody().getSectPr();
      assertThat(page.getPgSz().getW().toString()).isEqualTo("11906");
      assertThat(page.getPgSz().getH().toString()).isEqualTo("16838");
      assertThat(page.isSetTitlePg()).isTrue();
      var silent = letter.getTables().get(2);
      assertThat(silent.getRow(0).isRepeatHeader()).isTrue();
      int listed =
          Api.as(Key.VIEWER)
              .queryParam("state", "NOT_REPLIED")
              .get(SAMPLE)
              .then()
              .extract()
              .path("items.size()");
      assertThat(silent.getRows().stream().filter(row -> row.getTableCells().size() == 5))
          .hasSize(listed + 1);
    }
  }

  @Test
  void letterWithoutLetterhead() throws IOException {
    try (XWPFDocument letter = docx(as("docx"));
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      assertThat(text.getText()).contains("Kính gửi: Sở Tài chính").doesNotContain("null");
    }
  }

  @Test
  void contactsAreListedWithTheirChannel() throws IOException {
    consultees.plan().patchDraft(1, json("dueOn", "2021-09-15"));
    letter("stc", "AGREES", "LETTER", "2021-10-01");
    consultees.ask("snv");
    letter("snv", "COMMENTS", "WORKSHOP", "2021-09-01");
    assertThat(csv(as("csv", "state", "AGREED,COMMENTED,NOT_REPLIED")))
        .extracting(row -> row.get("Ghi chú"))
        .contains(
            "Nhất trí, gửi sau thời hạn", "Đã có 01 ý kiến tại hội nghị hoặc không bằng văn bản");
  }

  private void letter(String organization, String position, String channel, String receivedOn) {
    Map<String, Object> letter =
        json(
            "organization",
            organization,
            "number",
            "9/" + organization,
            "date",
            "2021-08-30",
            "receivedOn",
            receivedOn,
            "position",
            position,
            "channel",
            channel);
    if (position.equals("COMMENTS")) {
      letter.put("comments", List.of(json("content", "Một")));
    }
    Api.as(Key.COORDINATOR)
        .body(letter)
        .post(consultees.plan().draftPath(1) + "/letters")
        .then()
        .statusCode(201);
  }

  @Test
  void emptyListHasNoLetter() throws IOException {
    Consultees none = Consultees.of(TestPlan.open());
    assertThat(csv(at(none.path(), "csv"))).isEmpty();
    at(none.path(), "xlsx");
    Api.as(Key.VIEWER)
        .queryParam("format", "docx")
        .get(none.path())
        .then()
        .spec(problem(409, "nobody-to-chase"));
  }

  /** The list has all that F counts; the letter goes to those that exist. */
  @Test
  void letterLeavesOutEndedOrganizations() throws IOException {
    String old = TestOrganization.make("Sở Giao thông thử");
    consultees.ask(old);
    Api.as(Key.CONSULTANT)
        .body(json("to", old, "kind", "DATA", "text", "Số liệu?", "dueOn", "2021-09-01"))
        .post(consultees.plan().comment("Số liệu").path() + "/requests")
        .then()
        .statusCode(201);
    TestOrganization.end(old, "sxd");
    String name = TestOrganization.name("Sở Giao thông thử", old);
    assertThat(csv(as("csv")))
        .filteredOn(row -> row.get("Cơ quan").startsWith(name))
        .extracting(row -> row.get("Ghi chú"))
        .singleElement()
        .asString()
        .contains("Kết thúc hoạt động từ ngày 01/7/2025");
    try (XWPFDocument letter = docx(as("docx"));
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      assertThat(text.getText()).contains("Kính gửi: Sở Tài chính").doesNotContain(name);
    }
    Consultees alone = Consultees.of(TestPlan.open());
    alone.post(List.of(json("organization", old, "requestLetters", BEFORE))).statusCode(200);
    Api.as(Key.VIEWER)
        .queryParam("format", "docx")
        .get(alone.path())
        .then()
        .spec(problem(409, "nobody-to-chase"));
  }

  @Test
  void papersHaveNoPages() {
    for (String[] page :
        List.of(
            new String[] {"limit", "1"},
            new String[] {"cursor", "x"},
            new String[] {"count", "true"})) {
      Api.as(Key.VIEWER)
          .queryParam("format", "csv")
          .queryParam(page[0], page[1])
          .get(consultees.path())
          .then()
          .spec(badParameter(page[0], "not-supported"));
    }
  }

  @Test
  void csvCanBeImported() throws IOException {
    String number = "số liệu";
    request(consultees.plan().comment(number).id(), "Đề nghị", "2021-09-01");
    byte[] list = as("csv").asByteArray();
    consultees
        .load("text/csv", list)
        .statusCode(200)
        .body("received", equalTo(1))
        .body("unchanged", equalTo(1));
    consultees.load("text/csv", list, "mode", "partial").body("rejected", equalTo(0));
    consultees.list().body("items", hasSize(2));
    consultees
        .get("stc")
        .body("contact.phone", equalTo("+84 209"))
        .body("contact.name", equalTo("=1+1"));
  }

  @Test
  void theSameListIsTheSameBytes() {
    for (String format : List.of("csv", "xlsx", "docx")) {
      assertThat(as(format).asByteArray()).as(format).isEqualTo(as(format).asByteArray());
    }
  }

  @Test
  void letterNamesOnlyOrganizationsWithoutReply() {
    Api.as(Key.VIEWER)
        .queryParam("format", "docx")
        .queryParam("state", "AGREED")
        .get(consultees.path())
        .then()
        .spec(badParameter("state", "invalid-enum"));
    Api.wrong(Key.VIEWER)
        .queryParam("format", "pdf")
        .get(consultees.path())
        .then()
        .spec(badParameter("format", "invalid-enum"));
  }

  @Test
  void openRequestsAreListed() throws IOException {
    String open = consultees.plan().comment("Số liệu").id();
    String hidden =
        consultees.plan().comment(Key.SGTVT, json("content", "Kín", "restricted", true)).id();
    request(open, "Đề nghị cung cấp số liệu", "2021-09-01");
    request(open, "Chưa đến hạn", "2100-01-01");
    request(hidden, "Việc kín", "2021-09-01");
    Api.as(Key.VIEWER)
        .get(consultees.path())
        .then()
        .body("overdueRequests", hasSize(1))
        .body("overdueRequests[0].text", equalTo("Đề nghị cung cấp số liệu"))
        .body("overdueRequests[0].organization.code", equalTo("stnmt"))
        .body("overdueRequests[0].comment", equalTo(open))
        .body("overdueRequests[0].part", nullValue());
    consultees.list().body("overdueRequests", hasSize(2));
    for (Key key : List.of(Key.VIEWER, Key.COORDINATOR)) {
      assertThat(cells(sheet(as(key, "xlsx"), 1)))
          .contains("ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN", "Đề nghị cung cấp số liệu")
          .doesNotContain("Việc kín");
      try (XWPFDocument letter = docx(as(key, "docx"));
          XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
        assertThat(letter.getTables()).hasSize(4);
        assertThat(text.getText())
            .contains("Đề nghị cung cấp số liệu", "Mã tiếp nhận")
            .doesNotContain("Việc kín");
      }
      assertThat(new String(as(key, "csv").asByteArray(), StandardCharsets.UTF_8))
          .doesNotContain("Đề nghị cung cấp", "Việc kín");
    }
    assertThat(sheets(as("xlsx", "group", "DISTRICT"))).isOne();
    assertThat(sheets(as("xlsx", "group", "PROVINCIAL"))).isEqualTo(2);
  }

  @Test
  void requestsOfApprovedCommentsAreNotListed() {
    TestComment comment = consultees.plan().comment("Số liệu");
    request(comment.id(), "Đề nghị cung cấp số liệu", "2021-09-01");
    consultees.list().body("overdueRequests", hasSize(1));
    comment.answer("EXPLAINED").approve();
    consultees.list().body("overdueRequests", empty());
  }

  @Test
  void partOfASplitIsCitedWithItsNumber() throws IOException {
    TestComment whole = consultees.plan().comment("Hai việc");
    String second =
        Api.as(Key.CONSULTANT)
            .header("If-Match", "*")
            .body(json("parts", List.of(json("content", "Một"), json("content", "Hai"))))
            .post(whole.path() + "/parts")
            .then()
            .statusCode(200)
            .extract()
            .path("parts[1].id");
    request(second, "Đề nghị làm rõ", "2021-09-01");
    consultees.list().body("overdueRequests[0].part", equalTo(2));
    assertThat(cells(sheet(as("xlsx"), 1))).anyMatch(cell -> cell.endsWith(".2"));
  }

  private static List<String> cells(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()))
        .toList();
  }

  private static long sheets(Response answer) throws IOException {
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(answer.asByteArray()))) {
      return book.getSheets().count();
    }
  }

  private void request(String comment, String text, String dueOn) {
    Sql.of(
            """
            insert into comment_request (id, comment_id, organization_id, kind, text, due_on, asked_at, asked_by)
            select ?, ?, o.id, 'DATA', ?, ?, now(), 'Tư vấn' from organization o where o.code = 'stnmt'\
            """,
            UUID.randomUUID(),
            UUID.fromString(comment),
            text,
            LocalDate.parse(dueOn))
        .execute(source);
  }
}
