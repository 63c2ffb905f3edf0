package vn.sogopy.interchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Tables as offices draw them: titles over the whole width, sums, headings in two rows. */
@QuarkusTest
class OfficeTableTest {
  private TestPlan plan;
  private Imports imports;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    imports = new Imports(plan);
  }

  private static void row(Worksheet sheet, int row, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (!cells[i].isEmpty()) {
        sheet.value(row, i, cells[i]);
      }
    }
    if (cells.length == 1) {
      sheet.range(row, 0, row, 3).merge();
    }
  }

  @Test
  void fullWidthHeadingAppliesToTheRowsBelow() {
    byte[] book =
        Imports.book(
            sheet -> {
              row(sheet, 0, "STT", "Phần, mục", "Nội dung góp ý", "Ghi chú");
              row(sheet, 1, "I. Sở, ban, ngành");
              row(sheet, 2, "1. Sở Tài chính (Công văn số 7/STC-TH ngày 01/9/2021)");
              row(sheet, 3, "1.1", "V.1", "Một");
              row(
                  sheet,
                  4,
                  "2. Sở Nội vụ (các văn bản: số 1/SNV ngày 1/9/2021; số 2/SNV ngày 2/9/2021)");
              row(sheet, 5, "2.1", "V.1", "Hai");
              row(sheet, 6, "II. UBND các huyện");
              row(sheet, 7, "x", "V.1", "Ba");
              row(sheet, 8, "3. Sở không có thật");
              row(sheet, 9, "3.1", "V.1", "Bốn");
            });
    imports
        .xlsx(book, "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.row", contains(8, 10))
        .body("rows.errors.code.flatten()", contains("required", "required"));
    var items = Api.as(Key.COORDINATOR).get(plan.comments()).then();
    items.body("items.organization.code", contains("stc", "snv"));
    items.body("items[0].letter.number", equalTo("7/STC-TH"));
    items.body("items[0].letter.date", equalTo("2021-09-01"));
    items.body("items[1].letter", equalTo(null));
  }

  @Test
  void importedRegisterCreatesNoDuplicates() {
    imports
        .ndjson(
            "{\"organization\":\"stc\",\"letter\":{\"number\":\"7/STC-TH\",\"date\":\"2021-09-01\"},\"content\":\"Một\"}\n")
        .body("created", equalTo(1));
    byte[] register =
        Api.as(Key.COORDINATOR)
            .queryParam("format", "xlsx")
            .get(plan.draftPath(1) + "/register")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    imports
        .xlsx(register)
        .statusCode(200)
        .body("unchanged", equalTo(1))
        .body("created", equalTo(0));
  }

  @Test
  void sumRowsAreSkipped() {
    imports
        .csv(
            """
            STT;Cơ quan;Nội dung góp ý;Số ý kiến
            1;stc;Một;1
            Tổng cộng;;1 ý kiến;1
            ;Tổng số;;1
            """)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("received", equalTo(1));
  }

  @Test
  void headingsInTwoRows() {
    byte[] book =
        Imports.book(
            sheet -> {
              row(sheet, 0, "TT", "Cơ quan", "Văn bản góp ý", "", "Nội dung góp ý");
              row(sheet, 1, "", "", "Số, ký hiệu", "Ngày, tháng");
              row(sheet, 2, "1", "stc", "7/STC-TH", "1/9/2021", "Một");
              sheet.range(0, 2, 0, 3).merge();
              for (int column : List.of(0, 1, 4)) {
                sheet.range(0, column, 1, column).merge();
              }
            });
    imports.xlsx(book).statusCode(200).body("created", equalTo(1));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.letter.date", hasItems("2021-09-01"));
  }

  /** A CSV has no merged cells; the column of comments is in the upper row or in the lower one. */
  @Test
  void headingsInTwoRowsOfACsv() {
    for (String headings :
        List.of(
            "TT;Cơ quan;Văn bản góp ý;;Văn bản đến;;Mục;Nội dung góp ý\n;;Số;Ngày;Số;Ngày;;\n",
            "TT;Cơ quan;Văn bản góp ý;;Đến;;Góp ý của cơ quan;\n;;Số, ký hiệu;Ngày;Số;Ngày;Mục;Nội dung\n",
            "TỔNG HỢP;;;;;;;\nTT;Cơ quan;Văn bản;;Văn bản đến;;Ý kiến;\n;;Số, ký hiệu;Ngày, tháng;Số;Ngày;Mục;Nội dung\n")) {
      plan();
      imports
          .csv(headings + "1;stc;7/STC-TH;1/9/2021;1543;3/9/2021;V.1;Một\n")
          .statusCode(200)
          .body("created", equalTo(1))
          .body("received", equalTo(1))
          .body("ignoredColumns[0]", equalTo("TT"));
      Api.as(Key.COORDINATOR)
          .get(plan.comments())
          .then()
          .body("items[0].organization.code", equalTo("stc"))
          .body("items[0].section.code", equalTo("V.1"))
          .body("items[0].content", equalTo("Một"));
      Api.as(Key.COORDINATOR)
          .get(plan.draftPath(1) + "/letters")
          .then()
          .body("items.number", contains("7/STC-TH"))
          .body("items.date", contains("2021-09-01"))
          .body("items.arrivalNumber", contains("1543"))
          .body("items.receivedOn", contains("2021-09-03"));
    }
  }

  @Test
  void headingsInTwoRowsOfAWorkbook() {
    byte[] book =
        Imports.book(
            sheet -> {
              row(sheet, 0, "TT", "Cơ quan", "Người ký", "", "Góp ý", "", "Văn bản");
              row(sheet, 1, "", "", "Họ tên", "Chức vụ", "Trang", "Nội dung", "Số", "Ngày");
              row(sheet, 2, "1", "stc", "Nguyễn Văn A", "Giám đốc", "45", "Một", "7/A", "1/9/2021");
              sheet.range(0, 2, 0, 3).merge();
              sheet.range(0, 4, 0, 5).merge();
              sheet.range(0, 6, 0, 7).merge();
              for (int column : List.of(0, 1)) {
                sheet.range(0, column, 1, column).merge();
              }
            });
    imports.xlsx(book).statusCode(200).body("created", equalTo(1));
    Api.as(Key.COORDINATOR)
        .get(plan.draftPath(1) + "/letters")
        .then()
        .body("items[0].number", equalTo("7/A"))
        .body("items[0].signer.fullName", equalTo("Nguyễn Văn A"))
        .body("items[0].signer.position", equalTo("Giám đốc"));
  }

  @Test
  void columnThatResemblesAnotherIsRefused() {
    for (String heading : List.of("Mục cấp trên", "MUC CAP TREN", "Ngày đếnn", "Người ký duyệt")) {
      imports
          .csv("Cơ quan;" + heading + ";Nội dung góp ý\nstc;x;Một\n", "mode", "partial")
          .spec(badField("", "resembles-column"))
          .body("errors", hasSize(1))
          .body("errors[0].detail", containsString("“" + heading + "”"));
    }
    imports
        .csv("Cơ quan;Mục cấp trên;Nội dung góp ý\nstc;x;Một\n")
        .body("errors[0].detail", containsString("“Mục”"));
    imports
        .csv("Cơ quan;Trạng thái;Ngày hoàn thành;Số điện thoại;Nội dung góp ý\nstc;;;;Một\n")
        .statusCode(200)
        .body("created", equalTo(1))
        .body("ignoredColumns", contains("Trạng thái", "Ngày hoàn thành", "Số điện thoại"));
    assertThat(plan.count()).isOne();
  }

  @Test
  void chapterNames() {
    SectionNames.Outline outline =
        new SectionNames.Outline(1).add("V", "Hạ tầng kỹ thuật").add("V.1", "Giao thông");
    for (String written :
        List.of("Chương V", "CHƯƠNG V.", "Phần V", "chương V. Hạ tầng kỹ thuật")) {
      assertThat(outline.find(written)).as(written).containsExactly("V");
    }
    assertThat(outline.find("Mục V.1")).containsExactly("V.1");
    assertThat(outline.find("Chương VI")).isEmpty();
    assertThat(outline.find("Trang 45")).isEmpty();
  }

  @Test
  void pageAfterTheSectionIsKept() {
    imports
        .csv(
            """
            Cơ quan;Phần, mục;Trang;Nội dung góp ý
            stc;Báo cáo tổng hợp, mục V.1, trang 45;;Một
            stc;V.1 Giao thông, tr. 46;;Hai
            stc;V.1, trang 45;47;Ba
            """)
        .statusCode(200)
        .body("created", equalTo(3));
    var items = Api.as(Key.COORDINATOR).get(plan.comments()).then();
    items.body("items.section.code", contains("V.1", "V.1", "V.1"));
    items.body("items.locator.page", contains(45, 46, 47));
  }

  @Test
  void rangesOfPages() {
    imports
        .csv(
            """
            Cơ quan;Phần, mục;Trang;Nội dung góp ý
            stc;V.1;45-46, 50;Một
            stc;V.1;trang 50 và 45–46;Hai
            stc;Báo cáo tổng hợp, mục V.1, trang 45-46, 50;;Ba
            stc;V.2 Điện, các trang 7 và 9;;Bốn
            """)
        .statusCode(200)
        .body("created", equalTo(4));
    var items = Api.as(Key.COORDINATOR).get(plan.comments()).then();
    items.body("items.section.code", contains("V.1", "V.1", "V.1", "V.2"));
    items.body("items.locator.page", contains(45, 45, 45, 7));
    items.body("items.locator.pages", contains("45-46, 50", "45-46, 50", "45-46, 50", "7, 9"));
    imports
        .csv(
            """
            Cơ quan;Phần, mục;Trang;Nội dung góp ý
            stc;V.1;50-45;Năm
            stc;V.1;0;Sáu
            stc;V.1, trang 50-45;;Bảy
            """)
        .spec(problem(422, "import-rejected"))
        .body("report.rows.errors.column.flatten()", contains("Trang", "Trang", "Trang"))
        .body(
            "report.rows.errors.code.flatten()",
            contains("invalid-format", "invalid-format", "invalid-format"))
        .body("report.rows[0].errors[0].detail", containsString("45-46, 50"));
    assertThat(plan.count()).isEqualTo(4);
  }

  /** In a workbook a single page is a number, and 5-6 has become a date: a number, too. */
  @Test
  void pagesOfAWorkbook() {
    byte[] book =
        Imports.book(
            sheet -> {
              for (int i = 0; i < 3; i++) {
                sheet.value(0, i, List.of("Cơ quan", "Trang", "Nội dung góp ý").get(i));
                sheet.value(i + 1, 0, "stc");
                sheet.value(i + 1, 2, "Ý " + i);
              }
              sheet.value(1, 1, 45);
              sheet.value(2, 1, "45-46, 50");
              sheet.value(3, 1, LocalDate.of(2021, 6, 5));
            });
    imports
        .xlsx(book, "mode", "partial")
        .statusCode(200)
        .body("created", equalTo(2))
        .body("rows.row", contains(4))
        .body("rows[0].errors[0].column", equalTo("Trang"))
        .body("rows[0].errors[0].code", equalTo("invalid-format"));
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items.locator.pages", contains("45", "45-46, 50"));
  }
}
