package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** Import of work-lists of one writer. */
@QuarkusTest
class WorklistInTest {
  private TestPlan plan;
  private Worklists lists;
  private TestComment one;
  private TestComment two;
  private TestComment three;

  @BeforeEach
  void comments() {
    plan = TestPlan.open();
    lists = Worklists.of(plan);
    one = plan.comment("Một");
    two = plan.comment("Hai");
    three = plan.comment("Ba");
  }

  @Test
  void unchangedListChangesNothing() {
    one.answer("ACCEPTED").approve();
    two.draft();
    SheetFile sheet = lists.out(Key.COORDINATOR);
    lists
        .in(Key.COORDINATOR, sheet)
        .statusCode(200)
        .body("received", equalTo(3))
        .body("unchanged", equalTo(3))
        .body("ignoredColumns", empty())
        .body("rows", empty());
  }

  @Test
  void answersEqualSingleAnswers() {
    plan.draft();
    plan.outline(2);
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet
        .answer("Một", "tiep thu MOT PHAN", "- Tiếp thu,\nđã bổ sung")
        .set("Một", "Mục chỉnh sửa", "v.1 giao thông")
        .set("Một", "Trang chỉnh sửa", "trang 48")
        .set("Một", "Ghi chú chỉnh sửa", "Bảng 3")
        .set("Một", "Đã xong", "Có")
        .set("Một", "Phân công", "Chuyên gia A")
        .answer("Hai", "EXPLAINED", "Giữ nguyên")
        .set("Hai", "Trả lời như ý kiến số", "số " + sheet.text(sheet.rowOf("Một"), "Mã ý kiến"))
        .set("Hai", "Trang chỉnh sửa", 7);

    lists
        .in(Key.CONSULTANT, sheet, "verbose", true)
        .statusCode(200)
        .body("updated", equalTo(2))
        .body("unchanged", equalTo(1))
        .body("rows.status", contains("UPDATED", "UPDATED", "UNCHANGED"))
        .body("rows.id", contains(one.id(), two.id(), three.id()))
        .body("rows.row", contains(2, 3, 4));

    one.get()
        .body("status", equalTo("ANSWERED"))
        .body("assignee", equalTo("Chuyên gia A"))
        .body("answer.result", equalTo("PARTIALLY_ACCEPTED"))
        .body("answer.response", equalTo("- Tiếp thu,\nđã bổ sung"))
        .body("answer.revision.section", equalTo("V.1"))
        .body("answer.revision.page", equalTo(48))
        .body("answer.revision.note", equalTo("Bảng 3"));
    two.get()
        .body("status", equalTo("DRAFTING"))
        .body("answer.result", equalTo("EXPLAINED"))
        .body("answer.revision.page", equalTo(7))
        .body("answer.sameAs", equalTo(one.id()));
    one.history(Key.COORDINATOR)
        .body("items.action", hasItem("ASSIGNED"))
        .body("items.action", hasItem("ANSWERED"));
    // The same sheet again changes nothing.
    int version = one.version();
    lists.in(Key.CONSULTANT, sheet).body("unchanged", equalTo(3));
    assertThat(one.version()).isEqualTo(version);
  }

  @Test
  void rangesOfPages() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet
        .answer("Một", "Tiếp thu", "Đã sửa")
        .set("Một", "Trang chỉnh sửa", "các trang 50, 48–49")
        .answer("Hai", "Tiếp thu", "Đã sửa")
        .set("Hai", "Trang chỉnh sửa", "50-45")
        .answer("Ba", "Tiếp thu", "Đã sửa")
        // Excel makes a date, and so a number, of 5-6.
        .set("Ba", "Trang chỉnh sửa", 44352);
    lists
        .in(Key.CONSULTANT, sheet)
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rows.status", contains("INVALID", "INVALID"))
        .body("rows.errors[0].column", contains("Trang chỉnh sửa"))
        .body("rows.errors[0].code", contains("invalid-format"))
        .body("rows[1].errors[0].code", equalTo("invalid-format"))
        .body("rows[1].errors[0].value", equalTo("44352"))
        .body("rows[1].errors[0].detail", containsString("45-46, 50"));
    one.get()
        .body("answer.revision.page", equalTo(48))
        .body("answer.revision.pages", equalTo("48-49, 50"));
    assertThat(two.status()).isEqualTo("RECEIVED");

    SheetFile next = lists.out(Key.CONSULTANT);
    assertThat(next.text(next.rowOf("Một"), "Trang chỉnh sửa")).isEqualTo("48-49, 50");
    lists.in(Key.CONSULTANT, next).body("unchanged", equalTo(3));
    next.set("Một", "Trang chỉnh sửa", "48-49,50"); // the same pages
    lists.in(Key.CONSULTANT, next).body("unchanged", equalTo(3));
    next.set("Một", "Trang chỉnh sửa", 52);
    lists.in(Key.CONSULTANT, next).body("updated", equalTo(1));
    one.get().body("answer.revision.pages", equalTo("52"));
  }

  @Test
  void rowsAndColumnsInAnyOrder() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.delete("Hai").answer("Ba", "Ghi nhận", "Ghi nhận ý kiến").turnedRound();
    lists
        .in(Key.CONSULTANT, sheet, "verbose", true)
        .statusCode(200)
        .body("rows.row", contains(4, 5))
        .body("rows.id", contains(three.id(), one.id()))
        .body("updated", equalTo(1));
    three.get().body("answer.response", equalTo("Ghi nhận ý kiến"));
  }

  @Test
  void emptyCellsEraseNothing() {
    one.answer(json("result", "ACCEPTED", "response", "Cũ", "revision", json("page", 48)));
    SheetFile sheet = lists.out(Key.CONSULTANT);
    for (String heading :
        List.of("Kết quả", "Nội dung trả lời", "Trang chỉnh sửa", "Đã xong", "Phân công")) {
      sheet.set("Một", heading, null);
    }
    lists.in(Key.CONSULTANT, sheet).body("unchanged", equalTo(3)).body("rows", empty());
    // Without the column for completion, the state stays as it is.
    SheetFile narrow = lists.out(Key.CONSULTANT);
    narrow.set("Một", "Nội dung trả lời", "Mới");
    narrow.removeColumn("Đã xong").removeColumn("Trang chỉnh sửa");
    lists.in(Key.CONSULTANT, narrow).body("updated", equalTo(1));
    one.get()
        .body("status", equalTo("ANSWERED"))
        .body("answer.response", equalTo("Mới"))
        .body("answer.revision.page", equalTo(48));
  }

  @Test
  void changedGreyColumnsAreReported() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.set("Một", "Cơ quan", "Sở khác").answer("Một", "Ghi nhận", "Ghi nhận");
    int row = sheet.rowOf("Một") + 1;
    lists
        .in(Key.CONSULTANT, sheet)
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rejected", equalTo(0))
        .body("rows", hasSize(1))
        .body("rows[0].row", equalTo(row))
        .body("rows[0].status", equalTo("UPDATED"))
        .body("rows[0].errors[0].code", equalTo("read-only-column"))
        .body("rows[0].errors[0].column", equalTo("Cơ quan"))
        .body("rows[0].errors[0].value", equalTo("Sở khác"))
        .body("rows[0].errors[0].detail", containsString("không ghi nhận"));
    one.get().body("organization.code", equalTo("sgtvt"));
  }

  @Test
  void invalidValuesAreReportedWithChoices() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet
        .answer("Một", "Không tiếp thu", "x")
        .answer("Hai", "Tiếp thu", "x")
        .set("Hai", "Trang chỉnh sửa", "bốn tám")
        .set("Hai", "Đã xong", "sắp")
        .set("Ba", "Kết quả", "Ghi nhận");
    lists
        .in(Key.CONSULTANT, sheet)
        .statusCode(200)
        .body("rejected", equalTo(3))
        .body("rows.status", contains("INVALID", "INVALID", "INVALID"))
        .body("rows[0].errors[0].code", equalTo("invalid-enum"))
        .body("rows[0].errors[0].candidates", hasItem("Tiếp thu"))
        .body("rows[1].errors.column", contains("Trang chỉnh sửa", "Đã xong"))
        .body("rows[1].errors.code", contains("invalid-format", "invalid-enum"))
        .body("rows[2].errors[0].column", equalTo("Nội dung trả lời"))
        .body("rows[2].errors[0].code", equalTo("required"));
    assertThat(one.status()).isEqualTo("RECEIVED");
    SheetFile more = lists.out(Key.CONSULTANT);
    more.answer("Một", "Tiếp thu", "x")
        .set("Một", "Trả lời như ý kiến số", "1")
        .answer("Hai", "Đã có trong dự thảo", "Đã có")
        .set("Hai", "Đã xong", "x")
        .answer("Ba", "Đã có trong dự thảo", "Đã có")
        .set("Ba", "Mục chỉnh sửa", "Z.9");
    lists
        .in(Key.CONSULTANT, more)
        .body("rows.errors[0].code", contains("unknown-comment"))
        .body("rows[1].errors[0].code", equalTo("place-required"))
        .body("rows[1].errors[0].column", equalTo("Mục chỉnh sửa"))
        .body("rows[2].errors[0].code", equalTo("unknown-section"))
        .body("rows[2].errors[0].value", equalTo("Z.9"));
  }

  @Test
  void foreignRowsAreRefused() {
    TestComment elsewhere = TestPlan.open().comment("Ở nơi khác");
    SheetFile foreign = Worklists.of(plan).out(Key.CONSULTANT);
    foreign.answer("Hai", "Ghi nhận", "x").answer("Ba", "Ghi nhận", "y");
    // Another plan's comment; another comment's number in a row sorted without hidden cells.
    foreign.set("Hai", "Mã hệ thống", elsewhere.id());
    foreign.set("Ba", "Mã ý kiến", Long.valueOf(foreign.text(foreign.rowOf("Một"), "Mã ý kiến")));
    lists
        .in(Key.CONSULTANT, foreign)
        .body("rejected", equalTo(2))
        .body("rows.errors[0].code", contains("row-altered"))
        .body("rows[1].errors[0].code", equalTo("row-altered"))
        .body("rows.id", contains(nullValue(), equalTo(three.id())));
    SheetFile copied = lists.out(Key.CONSULTANT);
    copied.answer("Một", "Ghi nhận", "x");
    copied.copyRow(copied.rowOf("Một"), copied.rows() + 1);
    lists
        .in(Key.CONSULTANT, copied)
        .body("rejected", equalTo(2))
        .body("rows.row", contains(2, 5))
        .body("rows.errors.code.flatten()", contains("row-copied", "row-copied"))
        .body("rows[1].errors[0].detail", containsString("Dòng 5 và dòng 2"));
    new Worklists(plan, plan.draft())
        .in(Key.CONSULTANT, lists.out(Key.CONSULTANT))
        .body("rejected", equalTo(3))
        .body("rows[0].errors[0].code", equalTo("not-in-draft"));
    assertThat(one.status()).isEqualTo("RECEIVED");
    assertThat(elsewhere.status()).isEqualTo("RECEIVED");
  }

  @Test
  void coordinatorDecides() {
    one.answer("ACCEPTED");
    two.answer("EXPLAINED");
    SheetFile sheet = lists.out(Key.COORDINATOR);
    sheet
        .set("Một", "Duyệt / Trả lại", "duyệt")
        .set("Hai", "Duyệt / Trả lại", "Trả lại")
        .set("Hai", "Lý do trả lại", "Ghi rõ căn cứ")
        .answer("Ba", "Ghi nhận", "Ghi nhận")
        .set("Ba", "Đã xong", "x")
        .set("Ba", "Duyệt / Trả lại", "Duyệt");
    // The consultant lacks this right: the report says so, the rest of the row is imported.
    lists
        .in(Key.CONSULTANT, sheet, "dryRun", true)
        .body("updated", equalTo(1))
        .body("rows", hasSize(3))
        .body("rows.errors[0].code", contains("coordinator-column"));
    assertThat(one.status()).isEqualTo("ANSWERED");
    lists.in(Key.COORDINATOR, sheet).body("updated", equalTo(3)).body("rows", empty());
    one.get().body("status", equalTo("APPROVED"));
    two.get().body("status", equalTo("RETURNED")).body("returnReason", equalTo("Ghi rõ căn cứ"));
    three.get().body("status", equalTo("APPROVED"));
    lists.in(Key.COORDINATOR, sheet).body("unchanged", equalTo(3));
    SheetFile unreasoned = lists.out(Key.COORDINATOR);
    unreasoned
        .set("Một", "Duyệt / Trả lại", "Trả lại")
        .set("Hai", "Lý do trả lại", "Vì sao")
        .set("Ba", "Duyệt / Trả lại", "Không duyệt");
    lists
        .in(Key.COORDINATOR, unreasoned)
        .body("rows.errors.code.flatten()", contains("required", "invalid-enum", "invalid-enum"));
  }

  @Test
  void dryRunAndAtomic() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.answer("Một", "Ghi nhận", "x").answer("Hai", "Ghi", "x");
    lists
        .in(Key.CONSULTANT, sheet, "dryRun", true)
        .body("updated", equalTo(1))
        .body("rejected", equalTo(1));
    assertThat(one.status()).isEqualTo("RECEIVED");
    lists
        .in(Key.CONSULTANT, sheet, "mode", "atomic")
        .spec(problem(422, "import-rejected"))
        .body("report.updated", equalTo(1))
        .body("report.rows[0].row", equalTo(3));
    assertThat(one.status()).isEqualTo("RECEIVED");
    lists.in(Key.CONSULTANT, sheet).body("updated", equalTo(1));
    assertThat(one.status()).isEqualTo("DRAFTING");
  }

  @Test
  void annotatedWorkbook() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.answer("Một", "Ghi nhận", "x").answer("Hai", "Ghi", "x").set("Ba", "Trang", 9);
    assertThat(lists.back(Key.CONSULTANT, sheet, "dryRun", true).text(1, "Kết quả nhập"))
        .isEqualTo("Sẽ ghi nhận");
    SheetFile back = lists.back(Key.CONSULTANT, sheet);
    assertThat(back.text(1, "Kết quả nhập")).isEqualTo("Đã ghi nhận");
    assertThat(back.text(2, "Kết quả nhập"))
        .startsWith("Lỗi: Kết quả: Giá trị phải là một trong: Tiếp thu");
    assertThat(back.text(3, "Kết quả nhập"))
        .isEqualTo("Không đổi. Lưu ý: Trang: Cột chỉ đọc, không ghi nhận.");
    assertThat(back.sheet().isColumnHidden(0)).isTrue();
    assertThat(back.sheet().getDataValidations()).hasSize(3);
    // Corrected and sent again. The column of notes is not reported as ignored.
    back.set("Hai", "Kết quả", "Ghi nhận");
    lists.in(Key.CONSULTANT, back).body("updated", equalTo(1)).body("ignoredColumns", empty());
  }

  @Test
  void retryRepeatsTheResponse() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    byte[] file = sheet.answer("Một", "Ghi nhận", "x").bytes();
    for (boolean again : new boolean[] {false, true}) {
      String replayed =
          Api.as(Key.CONSULTANT)
              .header("Idempotency-Key", "danh-sach-" + one.id())
              .contentType(MediaTypes.XLSX)
              .body(file)
              .post(lists.path())
              .then()
              .statusCode(200)
              .body("updated", equalTo(1))
              .extract()
              .header("Idempotency-Replayed");
      assertThat(replayed).isEqualTo(again ? "true" : null);
    }
  }

  @Test
  void formIsAccepted() {
    byte[] file = lists.out(Key.CONSULTANT).answer("Một", "Ghi nhận", "x").bytes();
    TestForm.as(Key.CONSULTANT)
        .body(TestForm.of(TestForm.part("file", "danh sách.xlsx", file)))
        .post(lists.path())
        .then()
        .statusCode(200)
        .body("updated", equalTo(1));
  }

  @Test
  void otherWorkbookIsRefused() {
    lists.in(Key.CONSULTANT, new byte[] {'P', 'K', 3, 4, 9}).spec(badField("", "malformed-xlsx"));
    SheetFile sheet = lists.out(Key.CONSULTANT);
    sheet.sheet().getRow(0).getCell(2).setCellValue("Khác");
    lists.in(Key.CONSULTANT, sheet).spec(badField("", "column-required"));
    sheet = lists.out(Key.CONSULTANT);
    sheet.sheet().getRow(0).getCell(4).setCellValue("KET QUA");
    lists.in(Key.CONSULTANT, sheet).spec(badField("", "already-used"));
    sheet = lists.out(Key.CONSULTANT);
    sheet.book().cloneSheet(1, "Bản của tôi");
    lists.in(Key.CONSULTANT, sheet).spec(badField("", "one-list-only"));
    Api.wrong(Key.CONSULTANT)
        .contentType("text/csv")
        .body("a")
        .post(lists.path())
        .then()
        .spec(problem(415, "unsupported-media-type"));
    Api.wrong(Key.CONSULTANT)
        .queryParam("mode", "some")
        .contentType(MediaTypes.XLSX)
        .body(sheet.bytes())
        .post(lists.path())
        .then()
        .spec(badParameter("mode", "invalid-enum"));
  }

  @Test
  void ownColumnsAreNamed() {
    SheetFile sheet = lists.out(Key.CONSULTANT);
    int last = sheet.headings().size();
    sheet.sheet().getRow(0).createCell(last).setCellValue("Ghi chú của tôi");
    sheet.sheet().getRow(1).createCell(last).setCellValue("hỏi lại");
    lists
        .in(Key.CONSULTANT, sheet)
        .body("unchanged", equalTo(3))
        .body("ignoredColumns", contains("Ghi chú của tôi"));
  }
}
