package vn.sogopy.interchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The templates of tables are filled in and sent back. */
@QuarkusTest
class TableTemplatesTest {
  private static XSSFWorkbook template(String path) throws IOException {
    byte[] file =
        Api.as(Key.COORDINATOR)
            .get(path)
            .then()
            .statusCode(200)
            .contentType(MediaTypes.XLSX)
            .header("Content-Disposition", startsWith("attachment; filename=\"Mau_danh_sach_"))
            .extract()
            .asByteArray();
    return new XSSFWorkbook(new ByteArrayInputStream(file));
  }

  /** The template with one row: cells by their headings. */
  private static byte[] filled(XSSFWorkbook book, Map<String, String> cells) throws IOException {
    XSSFSheet sheet = book.getSheetAt(0);
    Row row = sheet.getRow(1) == null ? sheet.createRow(1) : sheet.getRow(1);
    int found = 0;
    for (var heading : sheet.getRow(0)) {
      String value = cells.get(heading.getStringCellValue());
      if (value != null) {
        row.createCell(heading.getColumnIndex()).setCellValue(value);
        found++;
      }
    }
    assertThat(found).isEqualTo(cells.size());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    book.write(out);
    book.close();
    return out.toByteArray();
  }

  private static ValidatableResponse send(String method, String path, byte[] file) {
    return Api.wrong(Key.COORDINATOR)
        .contentType(MediaTypes.XLSX)
        .header("If-Match", "*")
        .queryParam("verbose", "true")
        .body(file)
        .request(method, path)
        .then()
        .statusCode(200);
  }

  @Test
  void organizations() throws IOException {
    String name = "Hợp tác xã " + UUID.randomUUID();
    byte[] file =
        filled(
            template("/organizations/template"),
            Map.of("Tên cơ quan", name, "Nhóm", "Cộng đồng dân cư, cá nhân"));
    send("POST", "/organizations", file)
        .body("created", equalTo(1))
        .body("ignoredColumns", empty())
        .body("ignoredSheets", empty());
  }

  @Test
  void groupsOfferedAreThoseOfTheRegister() throws IOException {
    try (XSSFWorkbook book = template("/organizations/template")) {
      XSSFSheet lists = book.getSheet("Danh mục");
      assertThat(book.isSheetHidden(book.getSheetIndex(lists))).isTrue();
      assertThat(lists.getRow(0).getCell(2).getStringCellValue())
          .isEqualTo(Api.as(Key.VIEWER).get("/groups").path("items[0].title"));
      assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
    }
  }

  @Test
  void groups() throws IOException {
    byte[] file =
        filled(template("/groups/template"), Map.of("Mã nhóm", "X", "Tên nhóm", "Nhóm khác"));
    Api.wrong(Key.COORDINATOR)
        .contentType(MediaTypes.XLSX)
        .header("If-Match", "*")
        .body(file)
        .put("/groups")
        .then()
        .statusCode(409); // the groups of the sample are in use
  }

  @Test
  void outline() throws IOException {
    String path = TestPlan.preparing().draftPath(1) + "/sections";
    byte[] template =
        Api.as(Key.COORDINATOR)
            .get(path + "/template")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    byte[] file =
        filled(
            new XSSFWorkbook(new ByteArrayInputStream(template)),
            Map.of("Mã mục", "V", "Tên mục", "Hạ tầng", "Cơ quan phụ trách", "Sở Xây dựng"));
    send("PUT", path, file)
        .body("items.code", contains("V"))
        .body("items[0].responsible", contains("sxd"))
        .body("report.rows.status", contains("CREATED"))
        .body("ignoredSheets", empty());
  }

  @Test
  void consultees() throws IOException {
    String path = TestPlan.open().draftPath(1) + "/consultees";
    byte[] file =
        filled(
            template(path + "/template"),
            Map.of(
                "Cơ quan", "so xay dung", "Văn bản xin ý kiến", "1/A", "Hạn trả lời", "20/9/2021"));
    send("POST", path, file)
        .body("created", equalTo(1))
        .body("ignoredColumns", empty())
        .body("ignoredSheets", empty())
        .body("rows.id", contains("sxd"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/organizations/template", "/groups/template"})
  void emptyTemplateHasNoRows(String path) throws IOException {
    try (XSSFWorkbook book = template(path)) {
      assertThat(book.getSheet("Hướng dẫn").getRow(0).getCell(0).getStringCellValue())
          .contains("bí mật nhà nước");
      assertThat(book.getSheet("Hướng dẫn").getRow(2).getCell(0).getStringCellValue())
          .contains("nạp thử")
          .doesNotContain("dryRun");
      for (Row row : book.getSheetAt(0)) {
        row.forEach(
            cell -> {
              if (row.getRowNum() > 0) {
                assertThat(cell.toString()).isEmpty();
              }
            });
      }
    }
  }
}
