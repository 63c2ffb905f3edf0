package vn.sogopy.consultation.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The letters that ask for comments, one per asking body, rendered and parsed. */
@QuarkusTest
class AskingLetterTest {
  private TestPlan plan;
  private Consultees consultees;

  @BeforeEach
  void plan() {
    plan = TestPlan.preparing();
    consultees = Consultees.of(plan);
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    patch(json("letterhead", letterhead("ỦY BAN NHÂN DÂN TỈNH A", "SỞ B", "SB")))
        .statusCode(200)
        .body("askers", empty());
  }

  private static Map<String, Object> letterhead(String parent, String issuer, String symbol) {
    return json("parentBody", parent, "issuer", issuer, "abbreviation", symbol, "place", "Tỉnh A");
  }

  private ValidatableResponse patch(Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(plan.path())
        .then();
  }

  private static Map<String, Object> askers(Object... groups) {
    return json(
        "askers",
        List.of(
            json(
                "groups",
                List.of(groups),
                "letterhead",
                json("issuer", "ỦY BAN NHÂN DÂN TỈNH A", "abbreviation", "UBND"))));
  }

  private ValidatableResponse letter(int asker) {
    return Api.as(Key.VIEWER)
        .queryParam("asker", asker)
        .get(consultees.path() + "/request-letter")
        .then();
  }

  private String text(int asker) throws IOException {
    byte[] file = letter(asker).statusCode(200).extract().asByteArray();
    try (XWPFDocument letter = new XWPFDocument(new ByteArrayInputStream(file));
        XWPFWordExtractor text = new XWPFWordExtractor(letter)) {
      return text.getText();
    }
  }

  @Test
  void everyAskingBodyHasItsLetterAndItsList() throws IOException {
    consultees.ask("sgtvt").ask(json("organization", "stc", "dueOn", "2021-09-20"));
    consultees.ask("bo-y-te").ask("bo-tai-chinh");
    patch(askers("CENTRAL", "NEIGHBOUR"))
        .statusCode(200)
        .body("askers[0].letterhead.abbreviation", equalTo("UBND"));

    assertThat(text(0))
        .contains(
            "SỞ B",
            "Số:        /SB-",
            "V/v lấy ý kiến đối với dự thảo lần 1 Quy hoạch thử",
            "Kính gửi: Các cơ quan, đơn vị, địa phương (theo Danh sách kèm theo)",
            "theo thời hạn của từng cơ quan ghi tại Danh sách kèm theo",
            "DANH SÁCH CƠ QUAN, ĐƠN VỊ ĐƯỢC LẤY Ý KIẾN",
            "Sở Giao thông vận tải\t15/9/2021",
            "Sở Tài chính\t20/9/2021",
            "nhất trí, không có ý kiến thêm")
        .doesNotContain("Bộ Y tế", "null");
    assertThat(text(1))
        .contains(
            "Số:        /UBND-",
            "Tỉnh A, ngày",
            "Bộ Y tế\t15/9/2021",
            "Bộ Tài chính\t15/9/2021",
            "gửi về Sở B chậm nhất ngày 15/9/2021")
        .doesNotContain("Sở Giao thông vận tải", "SỞ B");
  }

  @Test
  void oneBodyIsNamedWithoutAList() throws IOException {
    consultees.ask("sgtvt");
    assertThat(text(0))
        .contains(
            "Kính gửi: Sở Giao thông vận tải",
            "đến Quý cơ quan để lấy ý kiến",
            "gửi về Sở B chậm nhất ngày 15/9/2021")
        .doesNotContain("Danh sách kèm theo", "DANH SÁCH");
  }

  @Test
  void bodiesThatRepliedAreListedAndEndedOnesAreNot() throws IOException {
    consultees.ask("sgtvt").ask("stc");
    String old = TestOrganization.make("Sở Cũ");
    consultees.ask(old);
    TestOrganization.end(old, "sxd");
    plan.outline(1);
    plan.patchDraft(1, json("status", "OPEN"));
    plan.comment(
        Key.SGTVT, json("content", "x", "letter", json("number", "1/A", "date", "2021-08-24")));
    assertThat(text(0)).contains("Sở Giao thông vận tải", "Sở Tài chính").doesNotContain("Sở Cũ");
  }

  @Test
  void nobodyToAsk() {
    letter(0).spec(problem(409, "nobody-to-ask"));
    consultees.ask("sgtvt");
    patch(askers("CENTRAL")).statusCode(200);
    letter(1).spec(problem(409, "nobody-to-ask"));
    letter(2).spec(badParameter("asker", "out-of-range"));
  }

  @Test
  void groupsOfAskersExistAndHaveOneAsker() {
    patch(askers("CENTRAL", "NO_GROUP")).spec(badField("/askers/0/groups/1", "unknown-group"));
    patch(askers("CENTRAL", "CENTRAL")).spec(badField("/askers/0/groups/1", "already-used"));
    Api.as(Key.COORDINATOR).get(plan.path()).then().body("askers", empty());
    patch(askers("CENTRAL")).statusCode(200);
    patch(json("title", "Khác")).statusCode(200).body("askers[0].groups[0]", equalTo("CENTRAL"));
    patch(json("askers", null)).statusCode(200).body("askers", empty());
  }
}
