package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.imports.Headings;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Tables of comments with the headings of departments. */
@QuarkusTest
class TableImportTest {
  private TestPlan plan;
  private Imports imports;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    imports = new Imports(plan);
  }

  private static final String TABLE =
      """
      TỔNG HỢP Ý KIẾN,,,,,,,
      STT,CHU THE GOP Y,"Số, ngày văn bản","Phần, mục của dự thảo",Trang,NỘI DUNG GÓP Ý,Loại ý kiến,Ghi chú
      (1),(2),(3),(4),(5),(6),(7),(8)
      I,"I. Sở, ban, ngành",,,,,,
      1,Sở Giao thông vận tải,số 510/SGTVT-KCHT ngày 24/8/2021,V.1 Giao thông,tr. 45,Một,Số liệu,x
      2,stc,,"Báo cáo tổng hợp, mục MD.1, trang 3",,Hai,,
      3,stc,,Điện,,Ba,DATA,
      4,stc,,Ý kiến chung,,Bốn,,
      """;

  @Test
  void columnsAreFoundByHeadings() {
    for (String table : List.of(TABLE, Normalizer.normalize(TABLE, Normalizer.Form.NFD))) {
      plan();
      imports
          .csv(table)
          .statusCode(200)
          .body("received", equalTo(4))
          .body("created", equalTo(4))
          .body(
              "ignoredColumns",
              contains(
                  "STT",
                  table.equals(TABLE)
                      ? "Ghi chú"
                      : Normalizer.normalize("Ghi chú", Normalizer.Form.NFD)));
      var items = Api.as(Key.COORDINATOR).get(plan.comments()).then();
      items.body("items.content", contains("Một", "Hai", "Ba", "Bốn"));
      items.body("items.organization.code", contains("sgtvt", "stc", "stc", "stc"));
      items.body("items.section.code", contains("V.1", "MĐ.1", "V.2"));
      items.body("items[3].section", nullValue());
      items.body("items[0].letter.number", equalTo("510/SGTVT-KCHT"));
      items.body("items[0].letter.date", equalTo("2021-08-24"));
      items.body("items[0].locator.page", equalTo(45));
      items.body("items.kind", contains("DATA", "OTHER", "DATA", "OTHER"));
      items.body("items[3].letter", nullValue());
      imports.csv(table).body("unchanged", equalTo(4));
    }
  }

  private static List<String> keys(CommentColumn column) {
    return column.headings().stream().map(Headings::key).toList();
  }

  @Test
  void synonymsAreUnambiguous() {
    for (CommentColumn column : CommentColumn.values()) {
      assertThat(
              Arrays.stream(CommentColumn.values())
                  .filter(other -> keys(other).stream().anyMatch(keys(column)::contains)))
          .containsExactly(column);
      assertThat(CommentSchema.INSTANCE.column(column.title())).contains(column);
      assertThat(column.pointers()).extracting(CommentColumn::ofPointer).containsOnly(column);
    }
  }

  @Test
  void organizationHeadingAppliesToTheRowsBelow() {
    imports
        .csv(
            "TT;Cơ quan;Ý kiến\n1;1. Sở Tài chính (kèm theo văn bản số 1/A);\n;;Một\n;;Hai\n;snv;\n;snv;Ba\n")
        .statusCode(200)
        .body("created", equalTo(3));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.organization.code", contains("stc", "stc", "snv"));
  }

  private static byte[] merged() {
    return Imports.book(
        sheet -> {
          sheet.value(2, 0, "Đơn vị");
          sheet.value(2, 1, "Ngày");
          sheet.value(2, 2, "Số, ký hiệu");
          sheet.value(2, 3, "Ý kiến");
          sheet.value(3, 0, "Sở Tài chính");
          sheet.value(3, 1, LocalDate.of(2021, 9, 1));
          sheet.value(3, 2, "7/STC-TH");
          for (int i = 0; i < 3; i++) {
            sheet.value(3 + i, 3, "Ý " + i);
            if (i > 0) {
              sheet.value(3 + i, 0, "");
            }
          }
          for (int column = 0; column < 3; column++) {
            sheet.range(3, column, 5, column).merge();
          }
          sheet.value(6, 3, "Không ai");
        });
  }

  @Test
  void mergedCellsApplyToAllRows() {
    imports
        .xlsx(merged(), "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(3))
        .body("rows.row", contains(7))
        .body("rows[0].errors[0].column", equalTo("Đơn vị"))
        .body("rows[0].errors[0].code", equalTo("required"));
    var items = Api.as(Key.COORDINATOR).get(plan.comments()).then();
    items.body("items.organization.code", contains("stc", "stc", "stc"));
    items.body("items.letter.number", contains("7/STC-TH", "7/STC-TH", "7/STC-TH"));
    items.body("items.letter.date", hasItem("2021-09-01"));
  }

  private static final String BAD =
      "Cơ quan góp ý,Mục,Ngày,Số văn bản,Nội dung góp ý,Loại\nSở Giao thông vận tảii,V.1 Điện,31/9/2021,1/A,x,gì\nstc,,,2/A,y,\nstc,,,,z,\n";

  @Test
  void unmatchedValueNamesCandidates() {
    imports
        .csv(BAD)
        .spec(problem(422, "import-rejected"))
        .body("report.rows.row", contains(2, 3))
        .body(
            "report.rows[0].errors.code",
            contains("unknown-organization", "invalid-date", "unknown-section", "invalid-enum"))
        .body("report.rows[0].errors.column", contains("Cơ quan góp ý", "Ngày", "Mục", "Loại"))
        .body("report.rows[0].errors[0].candidates", hasItem("sgtvt"))
        .body(
            "report.rows[0].errors[1].detail",
            equalTo("Ngày “31/9/2021” không hợp lệ; ghi dạng 05/9/2021."))
        .body("report.rows[0].errors[2].candidates", hasItem("V.2"))
        .body("report.rows[1].errors[0].column", equalTo("Ngày"))
        .body("report.rows[1].errors[0].code", equalTo("required"));
    imports.csv("Mục,Phần mục,Ý kiến\n,,x\n").spec(badField("", "already-used"));
    imports.csv("a,b\n1,2\n").spec(badField("", "column-required"));
  }

  private static List<List<String>> cells(byte[] book) throws Exception {
    try (ReadableWorkbook read = new ReadableWorkbook(new ByteArrayInputStream(book));
        var rows = read.getFirstSheet().openStream()) {
      return rows.map(TableImportTest::texts).toList();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
  }

  /** Without {@link Api}, which expects a problem: this response is the file with notes. */
  private byte[] noted(String type, byte[] file, int status) {
    return io.restassured.RestAssured.given()
        .config(
            RestAssuredConfig.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
        .basePath("/api/v1")
        .header("X-API-Key", Key.COORDINATOR.secret())
        .contentType(type)
        .accept(Imports.XLSX)
        .body(file)
        .post(imports.path())
        .then()
        .statusCode(status)
        .contentType(Imports.XLSX)
        .extract()
        .asByteArray();
  }

  @Test
  void errorWorkbook() throws Exception {
    List<List<String>> csv = cells(noted("text/csv", BAD.getBytes(StandardCharsets.UTF_8), 422));
    assertThat(csv.get(0)).endsWith("Loại", "Lỗi");
    assertThat(csv.get(1).get(6))
        .contains("Cơ quan góp ý: Không tìm thấy cơ quan", "Có phải: ", "Sở Giao thông vận tải")
        .doesNotContain("sgtvt");
    assertThat(csv.get(3)).hasSizeLessThan(7);
    List<List<String>> lines =
        cells(
            noted(
                Imports.NDJSON,
                "{\"organization\": \"stc\", \"content\": \"\", \"locator\": {\"page\": 7, \"pages\": \"7-8\"}}\n{"
                    .getBytes(StandardCharsets.UTF_8),
                422));
    assertThat(lines.get(1)).contains("7-8").last().asString().contains("/content");
    byte[] book = noted(Imports.XLSX, merged(), 422);
    assertThat(cells(book).toString()).contains("Lỗi", "Không được để trống");
    assertThat(plan.count()).isZero();
    // The corrected file still has the column of notes.
    imports
        .xlsx(book, "mode", "partial")
        .body("created", equalTo(3))
        .body("ignoredColumns.size()", equalTo(0));
    noted("text/csv", "organization,content\nstc,q\n".getBytes(StandardCharsets.UTF_8), 200);
  }

  /** Beside the first row below the headings, which stays what it was. */
  @Test
  void errorWorkbookNamesIgnoredColumns() throws Exception {
    String table =
        "TT,Cơ quan,Ghi chú,Điểm,Nội dung góp ý\n,1. Sở Tài chính,,,\n1,,a,b,Một\n2,nope,,,Hai\n";
    List<List<String>> csv = cells(noted("text/csv", table.getBytes(StandardCharsets.UTF_8), 422));
    assertThat(csv.get(0)).last().isEqualTo("Lỗi");
    assertThat(csv.get(1)).last().isEqualTo("Cột không được đọc: “Ghi chú”, “Điểm”.");
    assertThat(csv.get(2)).hasSize(5);
    assertThat(csv.get(3)).last().asString().startsWith("Cơ quan: ");
    byte[] sent =
        Imports.book(
            sheet -> {
              List<String> rows = table.lines().toList();
              for (int i = 0; i < rows.size(); i++) {
                String[] cells = rows.get(i).split(",");
                for (int j = 0; j < cells.length; j++) {
                  if (!cells[j].isEmpty()) {
                    sheet.value(i, j, cells[j]);
                  }
                }
              }
            });
    byte[] back = noted(Imports.XLSX, sent, 422);
    assertThat(cells(back).get(1)).last().isEqualTo("Cột không được đọc: “Ghi chú”, “Điểm”.");
    // The heading of the organization is one although there is a note beside it.
    imports
        .xlsx(back, "mode", "partial")
        .statusCode(200)
        .body("received", equalTo(2))
        .body("created", equalTo(1))
        .body("rows.row", contains(4));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.organization.code", contains("stc"));
  }

  @Test
  void templateHasTheColumnsOfTheLetter() throws Exception {
    byte[] template =
        Api.as(Key.COORDINATOR).get(imports.path() + "/template").then().extract().asByteArray();
    assertThat(cells(template).get(0))
        .contains(
            "Ngày đến",
            "Số đến",
            "Ý kiến trả lời",
            "Hình thức",
            "Người ký",
            "Chức vụ người ký",
            "Trích yếu");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      List<Integer> chosen =
          book.getSheetAt(0).getDataValidations().stream()
              .map(one -> one.getRegions().getCellRangeAddress(0).getFirstColumn())
              .toList();
      assertThat(chosen)
          .contains(CommentColumn.POSITION.ordinal(), CommentColumn.CHANNEL.ordinal());
      List<String> lists = new ArrayList<>();
      book.getSheet("Danh mục")
          .forEach(row -> row.forEach(cell -> lists.add(cell.getStringCellValue())));
      assertThat(lists)
          .containsAll(CommentTemplate.POSITIONS)
          .containsAll(CommentTemplate.CHANNELS);
    }
  }

  @Test
  void templateExampleIsSkipped() throws Exception {
    byte[] template =
        Api.as(Key.COORDINATOR)
            .get(imports.path() + "/template")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(cells(template).get(0)).contains("Cơ quan góp ý", "Nội dung góp ý");
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      assertThat(book.getSheetAt(0).getPrintSetup().getPaperSize())
          .isEqualTo(PrintSetup.A4_PAPERSIZE);
    }
    imports.xlsx(template).statusCode(200).body("received", equalTo(0));
    byte[] own = Api.as(Key.SGTVT).get(imports.path() + "/template").then().extract().asByteArray();
    assertThat(cells(own).get(1)).contains("Sở Giao thông vận tải");
    Api.wrong(Key.VIEWER).get(imports.path() + "/template").then().spec(problem(403, "forbidden"));
  }
}
