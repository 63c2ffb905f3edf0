package vn.sogopy.interchange.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Work-lists of revised places alone: pages move at each printing. */
@QuarkusTest
class WorklistPlacesTest {
  private static final String ONLY = "only";
  private static final String PLACES = "revision";
  private static final String PAGE = "Trang chỉnh sửa";

  private TestPlan plan;
  private Worklists lists;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    lists = Worklists.of(plan);
  }

  private TestComment answered(String content) {
    return plan.comment(content)
        .answer(
            json(
                "result",
                "ACCEPTED",
                "response",
                "Trả lời " + content,
                "revision",
                json("pages", "48", "note", "Bảng 3")));
  }

  private static Map<String, TestComment> inEveryState(WorklistPlacesTest test) {
    return Map.of(
        "ANSWERED",
        test.answered("Một"),
        "APPROVED",
        test.answered("Hai").approve(),
        "RETURNED",
        test.answered("Ba").giveBack("Rõ hơn"),
        "DRAFTING",
        test.plan
            .comment("Bốn")
            .answer(json("result", "ACCEPTED", "response", "Trả lời Bốn", "final", false)));
  }

  @Test
  void placesChangeInEveryStateAndNothingElseDoes() {
    Map<String, TestComment> comments = inEveryState(this);
    plan.comment("Chưa trả lời");
    SheetFile sheet = lists.out(Key.CONSULTANT, ONLY, PLACES);
    assertThat(sheet.rows()).isEqualTo(comments.size());
    for (String content : List.of("Một", "Hai", "Ba", "Bốn")) {
      sheet.set(content, PAGE, "52-53");
    }
    lists
        .in(Key.CONSULTANT, sheet, ONLY, PLACES)
        .statusCode(200)
        .body("updated", equalTo(comments.size()))
        .body("rows", empty());
    comments.forEach(
        (status, comment) ->
            comment
                .get()
                .body("status", equalTo(status))
                .body("answer.result", equalTo("ACCEPTED"))
                .body("answer.revision.pages", equalTo("52-53")));
    comments.get("APPROVED").get().body("answer.revision.note", equalTo("Bảng 3"));
    comments.get("APPROVED").history(Key.COORDINATOR).body("items.action", hasItem("REVISED"));
  }

  @Test
  void otherCellsAreNotTaken() {
    TestComment comment = answered("Một").approve();
    SheetFile sheet = lists.out(Key.COORDINATOR, ONLY, PLACES);
    assertThat(sheet.headings()).doesNotContain("Duyệt / Trả lại");
    sheet
        .set("Một", "Kết quả", "Không có trong danh mục")
        .set("Một", "Nội dung trả lời", "Khác")
        .set("Một", "Phân công", "An")
        .set("Một", PAGE, 60);
    lists
        .in(Key.COORDINATOR, sheet, ONLY, PLACES)
        .statusCode(200)
        .body("updated", equalTo(1))
        .body("rows[0].errors.column", contains("Kết quả", "Nội dung trả lời", "Phân công"))
        .body(
            "rows[0].errors.code",
            contains("read-only-column", "read-only-column", "read-only-column"));
    comment
        .get()
        .body("status", equalTo("APPROVED"))
        .body("assignee", equalTo(null))
        .body("answer.response", equalTo("Trả lời Một"))
        .body("answer.revision.pages", equalTo("60"));
  }

  /** Of a full list, too, the place alone is taken; a decision is not. */
  @Test
  void fullListForPlacesAlone() {
    TestComment answered = answered("Một");
    TestComment open = plan.comment("Hai");
    SheetFile sheet = lists.out(Key.COORDINATOR);
    sheet.set("Một", "Duyệt / Trả lại", "Duyệt").set("Một", PAGE, 60).set("Hai", PAGE, 61);
    lists
        .in(Key.COORDINATOR, sheet, ONLY, PLACES)
        .body("updated", equalTo(1))
        .body("rows[0].errors.code", contains("read-only-column"))
        .body("rows[1].status", equalTo("CONFLICT"))
        .body("rows[1].errors.code", contains("answer-missing"));
    answered.get().body("status", equalTo("ANSWERED")).body("answer.revision.page", equalTo(60));
    assertThat(open.status()).isEqualTo("RECEIVED");
  }

  @Test
  void wordsMayChangeMeanwhileButNotResultOrPlace() {
    TestComment reworded = answered("Một");
    TestComment moved = answered("Hai");
    TestComment decided = answered("Ba");
    SheetFile sheet = lists.out(Key.CONSULTANT, ONLY, PLACES);
    sheet.set("Một", PAGE, 60).set("Hai", PAGE, 61).set("Ba", PAGE, 62);
    Map<String, Object> place = json("pages", "48", "note", "Bảng 3");
    reworded.answer(json("result", "ACCEPTED", "response", "Rõ hơn", "revision", place));
    moved.revise(json("pages", "50")).statusCode(200);
    decided.answer(json("result", "EXPLAINED", "response", "Trả lời Ba", "revision", place));
    lists
        .in(Key.CONSULTANT, sheet, ONLY, PLACES)
        .body("updated", equalTo(1))
        .body("rows.status", contains("CONFLICT", "CONFLICT"))
        .body("rows[0].errors.column", hasItem(PAGE))
        .body("rows[1].errors.column", contains("Kết quả"));
    reworded
        .get()
        .body("answer.response", equalTo("Rõ hơn"))
        .body("answer.revision.pages", equalTo("60"));
    moved.get().body("answer.revision.pages", equalTo("50"));
  }

  @Test
  void badPagesAndParameters() {
    TestComment comment = answered("Một").approve();
    SheetFile sheet = lists.out(Key.CONSULTANT, ONLY, PLACES).set("Một", PAGE, "50-45");
    lists
        .in(Key.CONSULTANT, sheet, ONLY, PLACES)
        .body("rows[0].status", equalTo("INVALID"))
        .body("rows[0].errors[0].code", equalTo("invalid-format"));
    comment.get().body("answer.revision.pages", equalTo("48"));
    lists.wrongOut(Key.CONSULTANT, ONLY, "answer").spec(badParameter(ONLY, "invalid-enum"));
    lists.wrongIn(Key.CONSULTANT, sheet, ONLY, "answer").spec(badParameter(ONLY, "invalid-enum"));
  }

  @Test
  void onlyPlacesAreYellowAndFiltersHold() {
    answered("Một");
    answered("Hai").approve();
    SheetFile sheet = lists.out(Key.CONSULTANT, ONLY, PLACES, "status", "APPROVED");
    assertThat(sheet.rows()).isOne();
    assertThat(sheet.text(1, "Nội dung góp ý")).isEqualTo("Hai");
    int page = sheet.headings().indexOf(PAGE);
    int result = sheet.headings().indexOf("Kết quả");
    assertThat(fill(sheet, page)).isNotEqualTo(fill(sheet, result));
    assertThat(fill(sheet, result)).isEqualTo(fill(sheet, sheet.headings().indexOf("Cơ quan")));
    assertThat(sheet.sheet().getDataValidations()).hasSize(1); // sections
    assertThat(sheet.book().getSheet("Hướng dẫn").getRow(7).getCell(1).getStringCellValue())
        .isEqualTo("trạng thái Đã duyệt; đã có trả lời");
  }

  private static String fill(SheetFile sheet, int column) {
    XSSFCell cell = sheet.sheet().getRow(1).getCell(column);
    return cell.getCellStyle().getFillForegroundColorColor().getARGBHex();
  }
}
