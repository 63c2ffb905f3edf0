package vn.sogopy.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Every sheet with known headings is imported. The report names others with rows. */
@QuarkusTest
class SecondSheetTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  /** A workbook builder. */
  private static final class Book {
    private final XSSFWorkbook book = new XSSFWorkbook();

    /**
     * @param rows cells separated by "|"; an empty string is an empty row
     */
    Book sheet(String name, String... rows) {
      XSSFSheet sheet = book.createSheet(name);
      for (int row = 0; row < rows.length; row++) {
        String[] cells = rows[row].split("\\|", -1);
        for (int column = 0; column < cells.length && !rows[row].isEmpty(); column++) {
          XSSFRow line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
          line.createCell(column).setCellValue(cells[column]);
        }
      }
      return this;
    }

    Book hidden(String name, String... rows) {
      sheet(name, rows);
      book.setSheetHidden(book.getSheetIndex(name), true);
      return this;
    }

    byte[] bytes() {
      try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        book.write(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static RequestSpecification file(Key key, Book book) {
    return Api.as(key).contentType(MediaTypes.XLSX).body(book.bytes());
  }

  private String imports() {
    return plan.draftPath(1) + "/comment-imports";
  }

  private ValidatableResponse imported(Book book, UnaryOperator<RequestSpecification> with) {
    return with.apply(file(Key.COORDINATOR, book)).post(imports()).then();
  }

  private static String note(XSSFWorkbook book, String sheet, int row, int column) {
    return new DataFormatter().formatCellValue(book.getSheet(sheet).getRow(row).getCell(column));
  }

  @Test
  void commentsOfEveryMatchingSheet() {
    Book book =
        new Book()
            .sheet("Khối sở", "Cơ quan góp ý|Mục|Nội dung góp ý", "stc|V.1|Một", "snv||Hai")
            .sheet("Trống")
            .hidden("Ẩn", "Cơ quan|Nội dung góp ý", "stc|Ẩn")
            .sheet("Khối huyện", "TỔNG HỢP", "", "TT|Ý kiến|Đơn vị|Số điện thoại", "1|Ba|stc|0209");
    imported(book, request -> request.queryParam("verbose", true))
        .statusCode(200)
        .body("created", equalTo(3))
        .body("rows.sheet", contains("Khối sở", "Khối sở", "Khối huyện"))
        .body("rows.row", contains(2, 3, 4))
        .body("ignoredColumns", contains("TT", "Số điện thoại"))
        .body("ignoredSheets", empty());
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.content", contains("Một", "Hai", "Ba"));
    imported(book, request -> request).body("unchanged", equalTo(3));
  }

  @Test
  void unreadSheetIsNamed() {
    Book book =
        new Book()
            .sheet("Bìa", "Báo cáo tổng hợp ý kiến của tỉnh")
            .sheet("Ý kiến", "Cơ quan|Nội dung", "stc|Một")
            .sheet("Danh bạ", "Họ tên|Điện thoại", "A|1")
            .sheet("Danh mục", "Cơ quan|Mục", "stc|V.1");
    imported(book, request -> request)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("ignoredSheets", contains("Bìa", "Danh bạ"));
    imported(new Book().sheet("A", "a|b", "1|2").sheet("B", "c", "3"), request -> request)
        .spec(badField("", "column-required"));
  }

  @Test
  void errorNamesTheSheet() throws Exception {
    Book book =
        new Book()
            .sheet("A", "Cơ quan|Nội dung", "stc|Một")
            .sheet("B", "Cơ quan|Nội dung", "nope|Hai")
            .sheet("C", "x", "1");
    imported(book, request -> request)
        .spec(problem(422, "import-rejected"))
        .body("report.rows.sheet", contains("B"))
        .body("report.rows.row", contains(2))
        .body("report.ignoredSheets", contains("C"));
    assertThat(plan.count()).isZero();
    byte[] noted =
        imported(book, request -> request.queryParam("mode", "partial").accept(MediaTypes.XLSX))
            .statusCode(200)
            .extract()
            .asByteArray();
    try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(noted))) {
      assertThat(back.getSheet("A").getRow(1).getCell(2)).isNull();
      assertThat(note(back, "B", 0, 2)).isEqualTo("Lỗi");
      assertThat(note(back, "B", 1, 2)).contains("nope");
      assertThat(note(back, "C", 0, 1)).contains("không được đọc", "Nội dung góp ý");
    }
  }

  @Test
  void filledTemplateHasNoIgnoredSheets() throws Exception {
    byte[] template =
        Api.as(Key.COORDINATOR).get(imports() + "/template").then().extract().asByteArray();
    try (XSSFWorkbook filled = new XSSFWorkbook(new ByteArrayInputStream(template));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = filled.getSheetAt(0);
      sheet.createRow(2).createCell(0).setCellValue("stc");
      sheet.getRow(2).createCell(10).setCellValue("Một");
      filled.setSheetOrder("Hướng dẫn", 0);
      filled.write(out);
      Api.as(Key.COORDINATOR)
          .contentType(MediaTypes.XLSX)
          .body(out.toByteArray())
          .queryParam("verbose", true)
          .post(imports())
          .then()
          .statusCode(200)
          .body("received", equalTo(1))
          .body("rows.sheet", contains("Góp ý"))
          .body("ignoredSheets", empty());
    }
  }

  @Test
  void csvHasNoSheet() {
    Api.as(Key.COORDINATOR)
        .contentType("text/csv")
        .body("organization,content\nstc,q\n".getBytes(StandardCharsets.UTF_8))
        .queryParam("verbose", true)
        .post(imports())
        .then()
        .body("rows[0].sheet", nullValue())
        .body("ignoredSheets", empty());
  }

  @Test
  void consulteesOfEveryMatchingSheet() {
    String path = plan.draftPath(1) + "/consultees";
    Book book =
        new Book()
            .sheet("A", "Cơ quan|Hạn", "stc|20/9/2021")
            .sheet("Mọi cơ quan", "Mã|Tên cơ quan", "snv|Sở Nội vụ")
            .sheet("B", "Cơ quan|Điện thoại", "stp|1", "nope|2");
    file(Key.COORDINATOR, book)
        .queryParam("mode", "partial")
        .queryParam("verbose", true)
        .post(path)
        .then()
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.sheet", contains("A", "B", "B"))
        .body("rows.row", contains(2, 2, 3))
        .body("rows.status", contains("CREATED", "CREATED", "INVALID"))
        .body("ignoredSheets", contains("Mọi cơ quan"));
    file(
            Key.COORDINATOR,
            new Book().sheet("A", "Mã|Hạn", "stc|1/9/2021").sheet("B", "Mã|Hạn", "stc|2/9/2021"))
        .post(path)
        .then()
        .spec(problem(422, "import-rejected"))
        .body("report.rows.sheet", contains("B"))
        .body("report.rows[0].errors[0].detail", containsString("A!2"));
  }

  @Test
  void outlineOfSeveralSheets() {
    plan = TestPlan.preparing();
    String path = plan.draftPath(1) + "/sections";
    Book book =
        new Book()
            .sheet("Phần 1", "Mã|Tên mục|Mục cha", "I|Hiện trạng|", "I.1|Dân số|I")
            .sheet("Phần 2", "Tên mục|Mã", "Điện|II")
            .sheet("Ghi chú", "Việc còn lại");
    file(Key.COORDINATOR, book)
        .header("If-Match", "*")
        .put(path)
        .then()
        .statusCode(200)
        .body("items.code", contains("I", "I.1", "II"))
        .body("ignoredSheets", contains("Ghi chú"));
    file(Key.COORDINATOR, new Book().sheet("A", "Mã|Tên", "I|x").sheet("B", "Mã|Tên", "I|y"))
        .header("If-Match", "*")
        .put(path)
        .then()
        .spec(problem(400, "validation-failed"))
        .body("errors[0].sheet", equalTo("B"))
        .body("errors[0].line", equalTo(2));
  }

  @Test
  void keysOfEveryMatchingSheet() {
    String name = "Khóa " + UUID.randomUUID() + " ";
    Book book =
        new Book()
            .sheet("A", "Tên khóa|Vai trò", name + "1|VIEWER")
            .sheet("B", "Vai trò|Tên khóa|Hết hạn", "VIEWER|" + name + "2|")
            .sheet("Cán bộ", "Tên|Chức vụ", "A|B");
    file(Key.ADMIN, book)
        .queryParam("verbose", true)
        .post("/api-keys")
        .then()
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.sheet", contains("A", "B"))
        .body("keys.name", contains(name + "1", name + "2"))
        .body("ignoredSheets", contains("Cán bộ"));
    file(
            Key.ADMIN,
            new Book()
                .sheet("A", "Tên khóa|Vai trò", name + "3|VIEWER")
                .sheet("B", "Tên khóa|Vai trò|Quy hoach xx", name + "4|VIEWER|x"))
        .post("/api-keys")
        .then()
        .spec(badField("", "unknown-column"))
        .body("errors[0].sheet", equalTo("B"))
        .body("errors[0].line", equalTo(1));
    // A CSV of keys has no place for a note on skipped sheets.
    file(Key.ADMIN, book)
        .accept("text/csv")
        .post("/api-keys")
        .then()
        .spec(badField("", "column-required"))
        .body("errors[0].sheet", equalTo("Cán bộ"));
  }

  @Test
  void otherSheetOfAWorklistIsNamed() throws Exception {
    plan.comment("Một");
    byte[] list =
        Api.as(Key.CONSULTANT).get(plan.draftPath(1) + "/worklist").then().extract().asByteArray();
    try (XSSFWorkbook own = new XSSFWorkbook(new ByteArrayInputStream(list));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      own.createSheet("Của tôi").createRow(0).createCell(0).setCellValue("Ghi chú");
      own.createSheet("Trống");
      own.write(out);
      RequestSpecification sent =
          Api.as(Key.CONSULTANT).contentType(MediaTypes.XLSX).body(out.toByteArray());
      sent.queryParam("verbose", true)
          .post(plan.draftPath(1) + "/worklist")
          .then()
          .statusCode(200)
          .body("unchanged", equalTo(1))
          .body("rows.sheet", contains("Ý kiến"))
          .body("ignoredSheets", contains("Của tôi"));
      byte[] noted =
          Api.as(Key.CONSULTANT)
              .contentType(MediaTypes.XLSX)
              .accept(MediaTypes.XLSX)
              .body(out.toByteArray())
              .post(plan.draftPath(1) + "/worklist")
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      try (XSSFWorkbook back = new XSSFWorkbook(new ByteArrayInputStream(noted))) {
        assertThat(note(back, "Của tôi", 0, 1)).contains("không được đọc");
      }
    }
  }

  /** Thousands of rows of another sheet do not count towards the limit. */
  @Test
  void longOtherSheetIsSkipped() {
    String[] rows = new String[5_000];
    Arrays.fill(rows, "x|y");
    Book book = new Book().sheet("A", "Mã|Hạn", "stc|20/9/2021").sheet("Số liệu", rows);
    file(Key.COORDINATOR, book)
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200)
        .body("created", equalTo(1))
        .body("ignoredSheets", contains("Số liệu"));
  }
}
