package vn.sogopy.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Lists of consultees as offices keep them. */
@QuarkusTest
class ConsulteeImportTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private Consultees consultees;

  @BeforeEach
  void plan() {
    consultees = Consultees.of(TestPlan.open());
  }

  @Test
  void columnsAreFoundByHeadings() {
    consultees
        .csv(
            """
            DANH SÁCH LẤY Ý KIẾN,,,,,,,,
            STT,CO QUAN,Văn bản xin ý kiến,Ngày văn bản,hạn trả lời,Ngày nhận hồ sơ,Đầu mối,Điện thoại,E-mail
            1,Sở GTVT,1186/SKHĐT-TH,16/8/2021,20/09/2021,2021-08-18,Bà A,0209 3xx,a@example.org
            ,"Nhóm không có gì",,,,,,,
            2,stc,số 1186/SKHĐT-TH ngày 16/8/2021; số 1190/SKHĐT-TH ngày 17/8/2021,,,,,,
            """
                .replace(",\"Nhóm không có gì\",,", "\"Nhóm, không có gì\",,,"))
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(2))
        .body("ignoredColumns", contains("STT"))
        .body("rows", empty());
    consultees
        .get("sgtvt")
        .body("requestLetters[0].number", equalTo("1186/SKHĐT-TH"))
        .body("requestLetters[0].date", equalTo("2021-08-16"))
        .body("dueOn", equalTo("2021-09-20"))
        .body("dossierReceivedOn", equalTo("2021-08-18"))
        .body("contact.name", equalTo("Bà A"))
        .body("contact.phone", equalTo("0209 3xx"))
        .body("contact.email", equalTo("a@example.org"));
    consultees
        .get("stc")
        .body("requestLetters.number", contains("1186/SKHĐT-TH", "1190/SKHĐT-TH"))
        .body("requestLetters.date", contains("2021-08-16", "2021-08-17"));
  }

  @Test
  void secondImportChangesOnlyDifferences() {
    consultees.csv("code;due on;phone\nstc;20/9/2021;1\nsnv;;\n").body("created", equalTo(2));
    consultees
        .csv("code;due on;phone\nstc;;2\nsnv;;\nstp;;\n", "verbose", "true")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("updated", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("rows.row", contains(2, 3, 4))
        .body("rows.status", contains("UPDATED", "UNCHANGED", "CREATED"))
        .body("rows.id", contains("stc", "snv", "stp"));
    consultees
        .get("stc")
        .body("dueOn", equalTo("2021-09-20"))
        .body("contact.phone", equalTo("2"))
        .body("version", equalTo(1));
    consultees.get("snv").body("version", equalTo(0));
  }

  @Test
  void severalRowsAreSeveralLetters() {
    consultees
        .csv(
            "mã,văn bản xin ý kiến,ngày văn bản,hạn\nstc,1/A,1/8/2021,\nstc,2/A,2/8/2021,20/9/2021\n")
        .statusCode(200)
        .body("created", equalTo(2));
    consultees
        .get("stc")
        .body("requestLetters.number", contains("1/A", "2/A"))
        .body("dueOn", equalTo("2021-09-20"));
    consultees
        .csv("mã,hạn\nsnv,20/9/2021\nsnv,21/9/2021\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows.status", contains("CONFLICT"))
        .body("report.rows[0].row", equalTo(3))
        .body("report.rows[0].errors[0].code", equalTo("differs-from-row"));
  }

  @Test
  void aNumberHasALetterOrADigit() {
    consultees
        .csv("mã,văn bản xin ý kiến,ngày văn bản\nstc,×,1/8/2021\nsnv,\u200B,1/8/2021\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2))
        .body("report.rows[0].errors.code", contains("invalid-format"));
  }

  private static final String BAD =
      "Cơ quan,Hạn trả lời,Email\nSở Tài chính,20/9/2021,\nSở Giao thông vận tảii,,\nSở Nội vụ,31/9/2021,x\n,20/9/2021,\n";

  @Test
  void invalidRowPreventsTheImport() {
    consultees
        .csv(BAD)
        .spec(problem(422, "import-rejected"))
        .body("report.received", equalTo(4))
        .body("report.created", equalTo(1))
        .body("report.rejected", equalTo(3))
        .body("report.rows.row", contains(3, 4, 5))
        .body("report.rows[0].errors[0].column", equalTo("Cơ quan"))
        .body("report.rows[0].errors[0].value", equalTo("Sở Giao thông vận tảii"))
        .body("report.rows[0].errors[0].code", equalTo("unknown-organization"))
        .body("report.rows[0].errors[0].candidates", hasItem("sgtvt"))
        .body("report.rows[1].errors.code", contains("invalid-date", "invalid-format"))
        .body("report.rows[2].errors.code", contains("required"));
    consultees.list().body("items", empty());
  }

  @Test
  void partialImportsValidRowsDryRunNone() {
    consultees
        .csv(BAD, "mode", "partial", "dryRun", "true")
        .statusCode(200)
        .body("created", equalTo(1));
    consultees.list().body("items", empty());
    consultees
        .csv(BAD, "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rejected", equalTo(3));
    consultees.list().body("items.organization.code", contains("stc"));
  }

  @Test
  void reportIsInTheLanguageOfTheCaller() {
    Api.wrong(Key.COORDINATOR)
        .header("Accept-Language", "en")
        .contentType("text/csv")
        .body("code\nnobody\n")
        .post(consultees.path())
        .then()
        .body("report.rows[0].errors[0].detail", equalTo("There is no organization \"nobody\"."));
  }

  private static byte[] book(java.util.function.Consumer<Worksheet> fill) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook book = new Workbook(out, "Test", "1.0");
    fill.accept(book.newWorksheet("A"));
    book.finish();
    return out.toByteArray();
  }

  @Test
  void workbookAsRawBodyAndAsForm() throws Exception {
    byte[] file =
        book(
            sheet -> {
              sheet.value(0, 0, "Mã cơ quan");
              sheet.value(0, 1, "Hạn trả lời");
              sheet.value(1, 0, "stc");
              sheet.value(1, 1, LocalDate.of(2021, 9, 20));
              sheet.value(2, 0, "snv");
              sheet.value(2, 1, "21/9/2021");
            });
    consultees.load(XLSX, file).statusCode(200).body("created", equalTo(2));
    consultees.get("stc").body("dueOn", equalTo("2021-09-20"));
    consultees.get("snv").body("dueOn", equalTo("2021-09-21"));
    Api.wrong(Key.COORDINATOR)
        .contentType("multipart/form-data")
        .multiPart("file", "danh sách.xlsx", file, "application/octet-stream")
        .post(consultees.path())
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(2));
    Api.wrong(Key.COORDINATOR)
        .contentType("multipart/form-data")
        .multiPart("file", "a.csv", "code\nstp\n".getBytes(StandardCharsets.UTF_8), "text/csv")
        .post(consultees.path())
        .then()
        .statusCode(200)
        .body("created", equalTo(1));
  }

  @Test
  void chasingListCanBeImported() throws Exception {
    consultees.plan().patchDraft(1, json("dueOn", "2021-09-15"));
    consultees.ask("snv");
    consultees.csv(
        "code,request letter,request date,due on,email\nstc,7/A,16/8/2021,20/9/2021,a@example.org\n");
    byte[] list =
        Api.as(Key.COORDINATOR).queryParam("format", "xlsx").get(consultees.path()).asByteArray();
    consultees
        .load(XLSX, list)
        .statusCode(200)
        .body("unchanged", equalTo(2))
        .body("rejected", equalTo(0));
    byte[] csv =
        Api.as(Key.COORDINATOR).queryParam("format", "csv").get(consultees.path()).asByteArray();
    consultees.load("text/csv", csv).statusCode(200).body("unchanged", equalTo(2));
  }

  @Test
  void letterCitationInLongForm() {
    consultees
        .csv(
            "mã;văn bản xin ý kiến\nstc;Công văn số 12/SKHĐT-TH ngày 05 tháng 8 năm 2026\n"
                + "snv;12/SKHĐT-TH, ngày 5/8/2026\n")
        .body("created", equalTo(2));
    for (String body : List.of("stc", "snv")) {
      consultees
          .get(body)
          .body("requestLetters.number", contains("12/SKHĐT-TH"))
          .body("requestLetters.date", contains("2026-08-05"));
    }
    for (String wrong : List.of("ngày 31/9/2026", "ngày 5 tháng 8", "ngày")) {
      consultees
          .csv("mã;văn bản xin ý kiến\nstp;12/SKHĐT-TH " + wrong + "\n")
          .spec(problem(422, "import-rejected"))
          .body("report.rows[0].errors.code", contains("invalid-date"))
          .body(
              "report.rows[0].errors[0].detail",
              equalTo("Ngày “12/SKHĐT-TH " + wrong + "” không hợp lệ; ghi dạng 05/9/2021."));
    }
  }

  @Test
  void groupHeadingsAndNotesAreSkipped() {
    consultees
        .csv(
            """
            STT,Cơ quan,Hạn trả lời
            I,"Sở, ban, ngành",
            1,stc,20/9/2021
            2,snv,
            ,II. Các huyện,
            3,ubnd-huyen-na-ri,
            ,Ghi chú: danh sách minh họa,
            Tổng cộng: 3 cơ quan,,
            """)
        .statusCode(200)
        .body("received", equalTo(3))
        .body("created", equalTo(3));
    // A text row without a number may be an organization.
    consultees
        .csv("STT,Cơ quan\n1,stc\n,Sở Khong Co\n")
        .body("report.rows[0].errors.code", contains("unknown-organization"));
  }

  @Test
  void splitRowIsReported() {
    consultees
        .csv("mã;văn bản xin ý kiến;đầu mối\nstc;1/A;Bà A;2/B\nsnv;1/A;;;\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2))
        .body("report.rows[0].errors.code", contains("cell-beyond-headings"))
        .body("report.rows[0].errors[0].value", equalTo("2/B"));
  }

  @Test
  void zipSignatureIsAWorkbook() throws Exception {
    byte[] file =
        book(
            sheet -> {
              sheet.value(0, 0, "Mã");
              sheet.value(1, 0, "stc");
            });
    consultees.load("text/csv", file).statusCode(200).body("created", equalTo(1));
  }

  @Test
  void lineEndsInNumbersAreRemoved() {
    consultees.csv("mã,điện thoại\nstc,\"0209 1\n0209 2\"\n").body("created", equalTo(1));
    consultees.get("stc").body("contact.phone", equalTo("0209 1; 0209 2"));
  }

  @Test
  void invalidTableIsRefused() throws Exception {
    consultees
        .load(XLSX, "PK no".getBytes(StandardCharsets.UTF_8))
        .spec(badField("", "malformed-xlsx"));
    consultees.load(XLSX, new byte[] {'P', 'K', 3, 4, 9, 9}).spec(badField("", "malformed-xlsx"));
    consultees.load(XLSX, book(sheet -> {})).spec(badField("", "column-required"));
    consultees.csv("a,b\n1,2\n").spec(badField("", "column-required"));
    consultees.csv("").spec(badField("", "column-required"));
    consultees.csv("code,mã\nstc,stc\n").spec(badField("", "already-used"));
    consultees
        .csv("code\n\"stc")
        .spec(badField("", "malformed-csv"))
        .body("errors[0].line", equalTo(2));
    consultees.load("text/csv", new byte[] {'c', (byte) 0xFF}).spec(badField("", "invalid-utf8"));
    consultees.csv("code\n" + "x\n".repeat(1_001)).spec(badField("", "too-long"));
    consultees.load("text/csv", new byte[5 * 1024 * 1024]).spec(problem(413, "content-too-large"));
    consultees.load("application/pdf", new byte[] {1}).spec(problem(415, "unsupported-media-type"));
    consultees.csv("code\nstc\n", "mode", "some").spec(badParameter("mode", "invalid-enum"));
    consultees.list().body("items", empty());
  }

  @Test
  void illegalCharactersAreReported() {
    consultees
        .csv("code,contact\nstc,a\u0007b\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("invalid-text"));
    consultees
        .csv("code,contact\nstc," + "x".repeat(201) + "\n")
        .body("report.rows[0].errors[0].code", equalTo("too-long"));
  }

  @Test
  void fileParametersAreRefusedForJson() {
    Api.wrong(Key.COORDINATOR)
        .queryParam("dryRun", "true")
        .body("{\"organization\": \"stc\"}")
        .post(consultees.path())
        .then()
        .spec(badParameter("dryRun", "not-supported"));
    Api.wrong(Key.COORDINATOR)
        .contentType("multipart/form-data")
        .multiPart("tep", "a.csv", new byte[] {'x'}, "text/csv")
        .post(consultees.path())
        .then()
        .spec(badField("/tep", "unknown-field"));
    consultees.list().body("items", hasSize(0));
  }

  @Test
  void idempotencyIgnoresTheBoundary() {
    String first = form().extract().asString();
    var again = form();
    again.header("Idempotency-Replayed", equalTo("true"));
    assertThat(again.extract().asString()).isEqualTo(first);
    consultees.get("stc").body("contact", nullValue());
  }

  private io.restassured.response.ValidatableResponse form() {
    return Api.wrong(Key.COORDINATOR)
        .header("Idempotency-Key", consultees.plan().slug())
        .contentType("multipart/form-data")
        .multiPart("file", "a.csv", "code\nstc\n".getBytes(StandardCharsets.UTF_8), "text/csv")
        .post(consultees.path())
        .then()
        .statusCode(200);
  }
}
