package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFDataValidation;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Export of the work-list. */
@QuarkusTest
class WorklistOutTest {
  private static final String DECISION = "Duyệt / Trả lại";

  private TestPlan plan;
  private Worklists lists;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    lists = Worklists.of(plan);
  }

  private static List<String> texts(XSSFSheet sheet) {
    return IntStream.rangeClosed(0, sheet.getLastRowNum())
        .filter(row -> sheet.getRow(row) != null)
        .mapToObj(
            row -> {
              StringBuilder line = new StringBuilder();
              sheet.getRow(row).forEach(cell -> line.append(cell).append('|'));
              return line.toString();
            })
        .toList();
  }

  @Test
  void rowHasAllFields() {
    TestComment comment =
        plan.comment(
            Key.SGTVT,
            json(
                "letter",
                json("number", "510/SGTVT-KCHT", "date", "2021-08-24"),
                "section",
                "V.1",
                "alsoSections",
                List.of("BĐ.2"),
                "locator",
                json("page", 45, "quote", "đường tỉnh"),
                "content",
                "Bổ sung ĐT.258B",
                "proposal",
                "=HYPERLINK(\"http://example.org\")"));
    plan.patchDraft(1, json("answerDueOn", "2021-09-15"));
    comment.answer("ACCEPTED").giveBack("Ghi rõ trang");

    SheetFile sheet = lists.out(Key.CONSULTANT);

    assertThat(sheet.rows()).isOne();
    assertThat(sheet.row(1))
        .containsEntry("Mã hệ thống", comment.id())
        .containsEntry("Phiên bản", Integer.toString(comment.version()))
        .containsEntry("Cơ quan", "Sở Giao thông vận tải")
        .containsEntry("Văn bản", "510/SGTVT-KCHT ngày 24/8/2021")
        .containsEntry("Mục", "V.1 Giao thông; BĐ.2")
        .containsEntry("Trang", "45")
        .containsEntry("Trích dẫn", "đường tỉnh")
        .containsEntry("Nội dung góp ý", "Bổ sung ĐT.258B")
        .containsEntry("Đề xuất", "=HYPERLINK(\"http://example.org\")")
        .containsEntry("Hạn trả lời", "15/09/2021")
        .containsEntry("Trạng thái", "Đề nghị hoàn thiện lại")
        .containsEntry("Lý do trả lại lần trước", "Ghi rõ trang")
        .containsEntry("Kết quả", "Tiếp thu")
        .containsEntry("Nội dung trả lời", "Đã trả lời")
        .containsEntry("Trang chỉnh sửa", "48")
        .containsEntry("Đã xong", "");
    assertThat(sheet.headings()).doesNotContain(DECISION);
    // No cell is a formula, whatever its text.
    sheet
        .sheet()
        .forEach(
            row ->
                row.forEach(cell -> assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA)));
  }

  /** As text: a program would make a date of pages that are typed as 5-6. */
  @Test
  void pagesAreText() {
    plan.comment(Key.SGTVT, json("content", "Một", "locator", json("pages", "45-46, 50")))
        .answer(json("result", "NOTED", "response", "Đã có", "revision", json("pages", "5-6")));
    plan.comment("Hai");

    SheetFile sheet = lists.out(Key.CONSULTANT);

    int row = sheet.rowOf("Một");
    assertThat(sheet.row(row))
        .containsEntry("Trang", "45-46, 50")
        .containsEntry("Trang chỉnh sửa", "5-6");
    int column = sheet.headings().indexOf("Trang chỉnh sửa");
    for (int i = 1; i <= sheet.rows(); i++) {
      assertThat(sheet.sheet().getRow(i).getCell(column).getCellStyle().getDataFormatString())
          .isEqualTo("@");
    }
  }

  @Test
  void repliesAndDirection() {
    TestComment asked = plan.comment("Một");
    request(asked, json("to", "ubnd-huyen-ba-be", "kind", "DATA", "text", "Phụ tải?"));
    String id = request(asked, json("to", "sgtvt", "kind", "OPINION", "text", "Hướng tuyến?"));
    Api.as(Key.SGTVT)
        .header("If-Match", "*")
        .body(json("reply", "Theo ĐT.258B"))
        .put("/requests/" + id + "/reply")
        .then()
        .statusCode(200);
    TestComment directed = plan.comment("Hai");
    put(directed, Key.CONSULTANT, "escalation", json("reason", "Còn khác nhau"));
    SheetFile before = lists.out(Key.CONSULTANT);
    put(
        directed,
        Key.COORDINATOR,
        "direction",
        json("text", "Thống nhất.", "document", "Thông báo số 215/TB-UBND", "date", "2021-09-20"));

    SheetFile sheet = lists.out(Key.CONSULTANT);

    assertThat(sheet.text(1, "Ý kiến cơ quan được hỏi").split("\n"))
        .hasSize(4)
        .contains("UBND huyện Ba Bể (cung cấp số liệu): Phụ tải?", "Chưa trả lời")
        .anyMatch(line -> line.endsWith(" (cho ý kiến): Hướng tuyến?"))
        .anyMatch(line -> line.matches("Trả lời ngày [\\d/]+: Theo ĐT.258B"));
    assertThat(sheet.text(1, "Ý kiến chỉ đạo")).isEmpty();
    assertThat(before.text(2, "Ý kiến chỉ đạo")).isEqualTo("(Đang xin ý kiến: Còn khác nhau)");
    assertThat(sheet.text(2, "Ý kiến chỉ đạo"))
        .isEqualTo("Thống nhất. (Thông báo số 215/TB-UBND, ngày 20/9/2021)");
    lists
        .in(Key.CONSULTANT, sheet)
        .body("unchanged", org.hamcrest.Matchers.equalTo(2))
        .body("rows", org.hamcrest.Matchers.empty());
  }

  private static String request(TestComment comment, Map<String, Object> body) {
    return Api.as(Key.CONSULTANT)
        .body(body)
        .post(comment.path() + "/requests")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static void put(TestComment comment, Key key, String what, Map<String, Object> body) {
    Api.as(key)
        .header("If-Match", "*")
        .body(body)
        .put(comment.path() + "/" + what)
        .then()
        .statusCode(200);
  }

  @Test
  void scanIsLinked() {
    TestLetter letter = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("1/A", "Một"));
    String word = attach(letter, "Phụ lục.txt", "x");
    String scan = attach(letter, "Văn bản.pdf", "%PDF-1.4\n%%EOF");
    plan.comment("Không kèm văn bản");

    SheetFile sheet = lists.out(Key.CONSULTANT);

    int row = sheet.rowOf("Một");
    assertThat(sheet.text(row, "Bản scan").split("\n"))
        .containsExactly("Phụ lục.txt", "Văn bản.pdf");
    XSSFHyperlink link =
        sheet.sheet().getRow(row).getCell(sheet.headings().indexOf("Bản scan")).getHyperlink();
    assertThat(link.getAddress()).matches("http://[^/]+/api/v1/attachments/" + scan);
    assertThat(link.getAddress()).doesNotContain(word);
    Api.as(Key.CONSULTANT).get("/attachments/" + scan).then().statusCode(200);
    assertThat(sheet.sheet().getHyperlinkList()).hasSize(1);
    lists.in(Key.CONSULTANT, sheet).body("unchanged", org.hamcrest.Matchers.equalTo(2));
  }

  private static String attach(TestLetter letter, String name, String content) {
    return TestForm.as(Key.SGTVT)
        .body(TestForm.of(TestForm.part("file", name, TestForm.text(content))))
        .post(letter.path() + "/attachments")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void assigneesOfThePlanAreOffered() {
    plan.comment("Một");
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of(json("name", "Nguyễn Văn An"), json("name", "Bình"))))
        .put(plan.path() + "/assignees")
        .then()
        .statusCode(200);
    SheetFile sheet = lists.out(Key.CONSULTANT).set("Một", "Phân công", "NGUYEN VAN AN");
    assertThat(sheet.sheet().getDataValidations())
        .extracting(one -> one.getValidationConstraint().getFormula1())
        .contains("'Danh mục'!$E$2:$E$3");
    lists.in(Key.CONSULTANT, sheet).body("updated", org.hamcrest.Matchers.equalTo(1));
    assertThat(lists.out(Key.CONSULTANT).text(1, "Phân công")).isEqualTo("Nguyễn Văn An");
    // The older spelling is the same person.
    lists.in(Key.CONSULTANT, sheet).body("unchanged", org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void coverSheet() {
    plan.comment("Một");
    plan.comment("Hai").answer("NOTED");
    plan.comment("Ba").withdraw("Gửi nhầm");
    plan.patchDraft(1, json("answerDueOn", "2021-09-15"));

    XSSFSheet cover = lists.out(Key.COORDINATOR, "open", true, "section", "V").book().getSheetAt(0);

    assertThat(cover.getSheetName()).isEqualTo("Hướng dẫn");
    assertThat(texts(cover))
        .anyMatch(line -> line.startsWith("Tiến độ cả dự thảo|còn 1/2, hạn 15/9/2021"))
        .anyMatch(line -> line.equals("Bộ lọc|chưa trả lời xong; mục V|"))
        .anyMatch(line -> line.equals("Trong danh sách này|0 ý kiến|"))
        .anyMatch(line -> line.contains("mở bằng tài khoản có quyền xem"))
        .noneMatch(line -> line.contains("khóa"))
        .anyMatch(
            line -> line.matches("Xuất lúc\\|\\d\\d giờ \\d\\d ngày .*\\(giờ Việt Nam\\)\\|"));
  }

  @Test
  void layoutOfTheSheet() {
    plan.comment("Một");
    plan.comment("Hai");
    SheetFile file = lists.out(Key.COORDINATOR);
    XSSFSheet sheet = file.sheet();

    assertThat(sheet.getProtect()).isFalse();
    assertThat(IntStream.range(0, 29).filter(sheet::isColumnHidden)).containsExactly(0, 1, 2);
    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
    assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:AC3");
    assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getDataValidations())
        .extracting(one -> one.getRegions().getCellRangeAddresses()[0].formatAsString())
        .hasSize(4);
    assertThat(file.headings()).endsWith(DECISION, "Lý do trả lại");
    XSSFSheet choices = file.book().getSheet("Danh mục");
    assertThat(texts(choices)).anyMatch(line -> line.startsWith("Tiếp thu|x|Duyệt|BCTH Báo cáo"));
    XSSFDataValidation result = sheet.getDataValidations().get(0);
    assertThat(result.getValidationConstraint().getFormula1()).isEqualTo("'Danh mục'!$A$2:$A$7");
  }

  @Test
  void phrasesAreOffered() {
    plan.comment("Một");
    Api.as(Key.CONSULTANT)
        .body(json("text", "Tiếp thu, đã chỉnh sửa tại trang …"))
        .post(plan.path() + "/phrases")
        .then()
        .statusCode(201);
    SheetFile file = lists.out(Key.CONSULTANT);
    assertThat(texts(file.book().getSheet("Danh mục")))
        .anyMatch(line -> line.endsWith("|Tiếp thu, đã chỉnh sửa tại trang …|"));
    assertThat(file.sheet().getDataValidations())
        .filteredOn(
            one -> one.getValidationConstraint().getFormula1().equals("'Danh mục'!$D$2:$D$2"))
        .singleElement()
        // The list is a suggestion, not a constraint.
        .matches(one -> !one.getShowErrorBox());
  }

  @Test
  void followedCommentIsShown() {
    TestComment first = plan.comment("Ý kiến cũ").answer("ACCEPTED").approve();
    plan.draft();
    plan.outline(2);
    plan.close();
    plan.patchDraft(2, json("status", "OPEN"));
    plan.comment(2, Key.SGTVT, json("content", "Ý kiến mới", "follows", first.id()));

    SheetFile sheet = new Worklists(plan, 2).out(Key.CONSULTANT);

    assertThat(sheet.text(1, "Ý kiến và trả lời kỳ trước"))
        .startsWith("Dự thảo lần 1, mã ý kiến ")
        .endsWith(": Ý kiến cũ\nTrả lời (Tiếp thu): Đã trả lời");
  }

  @Test
  void onlyGreyCellsAreTruncated() {
    String old = words("ư", 3_200);
    TestComment first =
        plan.comment(old).answer(json("result", "NOTED", "response", old)).approve();
    plan.draft();
    plan.outline(2);
    plan.close();
    plan.patchDraft(2, json("status", "OPEN"));
    TestComment next =
        plan.comment(2, Key.SGTVT, json("content", "Mới", "follows", first.id()))
            .answer(json("result", "NOTED", "response", words("\uD83D\uDE00".repeat(12), 1_170)));
    Worklists second = new Worklists(plan, 2);

    SheetFile sheet = second.out(Key.CONSULTANT);

    assertThat(sheet.text(1, "Ý kiến và trả lời kỳ trước")).hasSize(32_767).endsWith(" […]");
    assertThat(sheet.text(1, "Nội dung trả lời")).isEmpty();
    // Text that is too long for a cell survives the import.
    second
        .in(Key.CONSULTANT, sheet.set(1, "Kết quả", "Tiếp thu"))
        .statusCode(200)
        .body("updated", org.hamcrest.Matchers.equalTo(1));
    next.get().body("answer.result", org.hamcrest.Matchers.equalTo("ACCEPTED"));
    next.get()
        .body("answer.response", org.hamcrest.Matchers.startsWith("\uD83D\uDE00\uD83D\uDE00"));
  }

  /** Varied, because repeated text looks like a decompression bomb. */
  private static String words(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> word + (1_000 + i * 7_919 % 8_999))
        .collect(Collectors.joining(" "));
  }

  @Test
  void filtersAndOrdersOfTheList() {
    plan.comment(Key.SGTVT, json("content", "Điện", "section", "V.2"));
    plan.comment(Key.SGTVT, json("content", "Đường", "section", "V.1"));
    plan.comment(Key.BABE, json("content", "Chung"));
    assertThat(contents(lists.out(Key.CONSULTANT))).containsExactly("Chung", "Đường", "Điện");
    assertThat(contents(lists.out(Key.CONSULTANT, "sort", "receivedAt")))
        .containsExactly("Điện", "Đường", "Chung");
    assertThat(contents(lists.out(Key.CONSULTANT, "q", "duong"))).containsExactly("Đường");
    lists
        .tryOut(Key.CONSULTANT, "sort", "section", "organization", "nobody")
        .spec(badParameter("organization", "unknown-organization"));
    Api.wrong(Key.CONSULTANT)
        .queryParam("limit", 10)
        .get(lists.path())
        .then()
        .spec(badParameter("limit", "unknown-parameter"));
  }

  private static List<String> contents(SheetFile sheet) {
    return IntStream.rangeClosed(1, sheet.rows())
        .mapToObj(row -> sheet.text(row, "Nội dung góp ý"))
        .toList();
  }

  @Test
  void rolesOfTheWorklist() {
    for (Key key : List.of(Key.SGTVT, Key.VIEWER, Key.ADMIN)) {
      lists.tryOut(key).spec(problem(403, "forbidden"));
      lists.in(key, new byte[] {1}).spec(problem(403, "forbidden"));
    }
  }
}
