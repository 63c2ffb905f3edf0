package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;

/** The screen "Duyệt": approve many, return, ask a body, put to the leaders. */
@QuarkusTest
class ApprovalScreenTest extends DraftScreen {
  ApprovalScreenTest() {
    super("/duyet");
  }

  private TestComment answered(String section) {
    return plan.comment(Key.SGTVT, json("content", "Ý kiến", "section", section)).answer("NOTED");
  }

  private static String tick(TestComment comment) {
    return comment.id() + "." + comment.version();
  }

  private static String label(TestComment comment) {
    return "Mã tiếp nhận " + comment.get().extract().path("receiptNumber");
  }

  private static String body(TestComment comment) {
    return comment.get().extract().path("organization.name");
  }

  /** A form that the screen of comments has, too. */
  private Response share(TestComment comment, String form, Map<String, ?> fields) {
    return desk.form()
        .formParam("_phien", comment.version())
        .formParam("_ve", screen + "/" + comment.id() + "?muc=V.1")
        .formParams(fields)
        .post(shared(comment, form));
  }

  private String shared(TestComment comment, String form) {
    return "/so/" + plan.slug() + "/1/y-kien/" + comment.id() + "/" + form;
  }

  private Response post(TestComment comment, String form, Map<String, ?> fields) {
    return desk.form()
        .formParams(fields)
        .formParam("_phien", comment.version())
        .post(screen + "/" + comment.id() + "/" + form);
  }

  @Test
  void wordsStandBesideTheAnswer() {
    TestComment comment =
        plan.comment(Key.SGTVT, json("content", "Bổ sung tuyến ĐT.258B", "section", "V.1"))
            .answer(
                json("result", "ACCEPTED", "response", "Tiếp thu", "revision", json("page", 48)));
    plan.comment("Chưa trả lời");
    assertThat(desk.page(screen))
        .contains(
            label(comment) + ": " + body(comment),
            "Mục V.1 Giao thông",
            "Bổ sung tuyến ĐT.258B",
            "<b>Tiếp thu</b>",
            "trang 48",
            "1 ý kiến.")
        .doesNotContain("Chưa trả lời");
  }

  @Test
  void tickedAreApprovedAndTheOthersAreNamedWithTheReason() {
    TestComment approved = answered("V.1");
    TestComment changed = answered("V.1");
    TestComment withdrawn = answered("V.1");
    TestComment unticked = answered("V.1");
    List<String> ticks = List.of(tick(approved), tick(changed), tick(withdrawn));
    changed.answer("EXPLAINED");
    withdrawn.withdraw("Gửi nhầm");
    desk.form()
        .formParam("_chon", ticks)
        .post(screen + "?muc=V.1")
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("Đã duyệt 01 ý kiến. Chưa duyệt được 02 ý kiến:"),
                containsString(
                    "<b>"
                        + label(changed)
                        + ", "
                        + body(changed)
                        + "</b>: đã thay đổi từ lúc mở trang; đọc lại rồi duyệt."),
                containsString(
                    "<b>"
                        + label(withdrawn)
                        + ", "
                        + body(withdrawn)
                        + "</b>: đã thay đổi từ lúc mở trang, nay ở trạng thái: Đã rút.")))
        .body(
            allOf(
                containsString("<option value=\"V.1\" selected>"),
                containsString("action=\"" + screen + "?muc=V.1\""),
                containsString("value=\"" + tick(changed) + "\" checked"),
                containsString("value=\"" + tick(unticked) + "\">"),
                not(containsString(approved.id()))));
    assertThat(List.of(approved.status(), changed.status(), unticked.status()))
        .containsExactly("APPROVED", "ANSWERED", "ANSWERED");
  }

  @Test
  void whatWasApprovedBeforeIsNoError() {
    TestComment comment = answered("V.1");
    String tick = tick(comment);
    comment.approve();
    desk.post(screen, Map.of("_chon", tick))
        .then()
        .statusCode(200)
        .body(containsString("Đã được duyệt từ trước: 01 ý kiến."));
    desk.post(screen, Map.of())
        .then()
        .statusCode(200)
        .body(containsString("Chưa chọn ý kiến nào để duyệt."));
    desk.post(screen, Map.of("_chon", tick(plan.comment("Chưa trả lời"))))
        .then()
        .statusCode(200)
        .body(containsString("</b>: Ý kiến đang ở trạng thái Mới tiếp nhận"));
    desk.post(screen, Map.of("_chon", "x.y")).then().statusCode(404);
  }

  @Test
  void filtersNarrowTheList() {
    TestComment road = answered("V.1");
    TestComment power =
        plan.comment(Key.SGTVT, json("content", "Ý kiến", "section", "V.2"))
            .assign("Chuyên gia điện")
            .answer("NOTED");
    assertThat(desk.page(screen + "?muc=V.1&nhom=&nguoi="))
        .contains(road.id(), "1 ý kiến theo bộ lọc", "Bỏ lọc")
        .doesNotContain(power.id());
    desk.request()
        .urlEncodingEnabled(false)
        .get(screen + "?nguoi=chuyen+gia+dien")
        .then()
        .statusCode(200)
        .body(allOf(containsString(power.id()), not(containsString(road.id()))));
    assertThat(desk.page(screen + "?nhom=CENTRAL"))
        .contains("Không có nội dung nào chờ duyệt theo bộ lọc này.");
    assertThat(desk.page(screen + "?chon=tat-ca"))
        .contains("value=\"" + tick(road) + "\" checked", "value=\"" + tick(power) + "\" checked");
    desk.request().get(screen + "?muc=KHONG.CO").then().statusCode(400);
  }

  @Test
  void pageAfterPage() {
    String[] contents = IntStream.range(0, 51).mapToObj(i -> "Ý kiến " + i).toArray(String[]::new);
    TestLetter letter = TestLetter.send(plan, Key.SGTVT, TestLetter.letter("1/SGTVT", contents));
    List<Map<String, Object>> answers =
        letter.comments(plan).stream()
            .map(
                one ->
                    json("id", one.id(), "version", 0, "result", "NOTED", "response", "Ghi nhận"))
            .toList();
    Api.as(Key.CONSULTANT)
        .body(answers)
        .post(plan.draftPath(1) + "/answers")
        .then()
        .statusCode(200);
    String first = desk.page(screen + "?muc=");
    assertThat(first).contains("51 ý kiến.");
    assertThat(first.split("name=\"_chon\"")).hasSize(51);
    Matcher next = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"").matcher(first);
    assertThat(next.find()).isTrue();
    String second = desk.page(next.group(1).replace("&amp;", "&"));
    assertThat(second.split("name=\"_chon\"")).hasSize(2);
    assertThat(second).contains("Về đầu danh sách").doesNotContain("rel=\"next\"");
  }

  @Test
  void returnedWithAReasonAndBackToTheSameList() {
    TestComment comment = answered("V.1");
    post(comment, "tra-lai?muc=V.1", Map.of("ly_do", "Ghi rõ trang"))
        .then()
        .statusCode(303)
        .header("Location", screen + "?muc=V.1&xong=da-tra-lai");
    comment.get().body("status", equalTo("RETURNED")).body("returnReason", equalTo("Ghi rõ trang"));
    TestComment third = answered("V.1");
    desk.form()
        .header("HX-Request", "true")
        .formParam("_phien", third.version())
        .formParam("ly_do", "Ghi rõ trang")
        .post(screen + "/" + third.id() + "/tra-lai")
        .then()
        .statusCode(303);
    TestComment other = answered("V.1");
    desk.post(
            screen + "/" + other.id() + "/tra-lai",
            Map.of("_phien", other.version() - 1, "ly_do", HOSTILE))
        .then()
        .statusCode(412)
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
    post(other, "tra-lai", Map.of("ly_do", " ")).then().statusCode(400);
    assertThat(other.status()).isEqualTo("ANSWERED");
  }

  @Test
  void approvedAnswerIsReturned() {
    TestComment comment = answered("V.1").approve();
    assertThat(desk.page(screen + "/" + comment.id()))
        .contains("Trả lại nội dung đã duyệt", "/y-kien?y=" + comment.id())
        .doesNotContain("<button>Duyệt</button>");
    post(comment, "tra-lai", Map.of("ly_do", "Duyệt nhầm")).then().statusCode(303);
    comment.get().body("status", equalTo("RETURNED"));
  }

  @Test
  void bodyIsAskedByItsName() {
    TestComment comment = answered("V.1");
    String page = screen + "/" + comment.id();
    assertThat(desk.page(page + "?muc=V.1"))
        .contains(
            "action=\"" + shared(comment, "hoi-co-quan") + "\"",
            "name=\"_ve\" value=\"" + page + "?muc=V.1\"",
            "<option value=\"Sở Công Thương\">");
    Map<String, Object> question =
        json(
            "_phien", comment.version(),
            "co_quan", "so cong thuong",
            "loai_de_nghi", "DATA",
            "noi_dung", "Phụ tải điện " + HOSTILE,
            "tra_loi_truoc_het_ngay", "2099-09-15");
    share(comment, "hoi-co-quan", question)
        .then()
        .statusCode(303)
        .header("Location", page + "?muc=V.1&xong=da-gui");
    // The same form once more, as a second click sends it.
    desk.post(shared(comment, "hoi-co-quan"), question).then().statusCode(412);
    Api.as(Key.COORDINATOR)
        .get(comment.path() + "/requests")
        .then()
        .body("items", hasSize(1))
        .body("items[0].to.code", equalTo("sct"))
        .body("items[0].kind", equalTo("DATA"))
        .body("items[0].dueOn", equalTo("2099-09-15"));
    assertThat(desk.page(page))
        .contains("Phụ tải điện " + ESCAPED, "Cung cấp số liệu", "15/9/2099", "Chưa trả lời")
        .doesNotContain("<script>alert");
    share(
            comment,
            "hoi-co-quan",
            Map.of("co_quan", "Sở Không Có", "loai_de_nghi", "DATA", "noi_dung", "Nội dung đã gõ"))
        .then()
        .statusCode(400)
        .body(allOf(containsString("Sở Không Có"), containsString("Nội dung đã gõ")));
    comment.approve();
    assertThat(desk.page(page)).doesNotContain("/hoi-co-quan");
  }

  @Test
  void pointIsPutToTheLeadersAndTheirDirectionIsRecorded() {
    TestComment comment = answered("V.1");
    String page = screen + "/" + comment.id();
    assertThat(desk.page(page)).doesNotContain("/chi-dao\"");
    share(comment, "chi-dao", Map.of("noi_dung_chi_dao", "Thống nhất")).then().statusCode(409);
    share(comment, "xin-y-kien", Map.of("ly_do", "Các sở còn ý kiến khác nhau"))
        .then()
        .statusCode(303)
        .header("Location", page + "?muc=V.1&xong=da-ghi");
    assertThat(desk.page(screen + "?loai=xin-y-kien")).contains(comment.id());
    share(comment, "chi-dao", Map.of("van_ban", "Thông báo số 215")).then().statusCode(400);
    Map<String, String> direction =
        Map.of(
            "noi_dung_chi_dao", "Thống nhất " + HOSTILE,
            "van_ban", "Thông báo số 215/TB-UBND",
            "ngay_van_ban", "2021-09-20");
    share(comment, "chi-dao", direction).then().statusCode(303);
    comment
        .get()
        .body("escalation.reason", equalTo("Các sở còn ý kiến khác nhau"))
        .body("direction.document", equalTo("Thông báo số 215/TB-UBND"))
        .body("direction.date", equalTo("2021-09-20"));
    assertThat(desk.page(page))
        .contains("Thống nhất " + ESCAPED, "value=\"2021-09-20\"")
        .doesNotContain("<script>alert");
    assertThat(desk.page(screen + "?loai=xin-y-kien")).contains("Thống nhất " + ESCAPED);
    share(comment, "xin-y-kien", Map.of("_viec", "bo")).then().statusCode(409);
    share(comment, "chi-dao", Map.of("_viec", "bo")).then().statusCode(303);
    share(comment, "xin-y-kien", Map.of("_viec", "bo")).then().statusCode(303);
    comment.get().body("escalation", nullValue()).body("direction", nullValue());
  }

  @Test
  void hostileTextsAreShownAsTexts() {
    TestComment comment =
        plan.comment(Key.SGTVT, json("content", HOSTILE, "proposal", HOSTILE))
            .answer(json("result", "NOTED", "response", HOSTILE));
    for (String path : List.of(screen, screen + "/" + comment.id())) {
      assertThat(desk.page(path)).contains(ESCAPED).doesNotContain("<script>alert");
    }
    desk.request()
        .queryParam("nguoi", HOSTILE)
        .get(screen)
        .then()
        .statusCode(200)
        .body(not(containsString("<script>alert")));
  }

  @Test
  void commentOfAnotherDraftIsNotHere() {
    TestComment comment = answered("V.1");
    plan.draft();
    String other = "/so/" + plan.slug() + "/2/duyet/" + comment.id();
    desk.request().get(other).then().statusCode(404);
    desk.post(other + "/tra-lai", Map.of("_phien", comment.version(), "ly_do", "x"))
        .then()
        .statusCode(404);
    desk.post("/so/" + plan.slug() + "/2/duyet", Map.of("_chon", tick(comment)))
        .then()
        .statusCode(200)
        .body(
            allOf(
                containsString("<p>Chưa duyệt được 01 ý kiến:</p>"),
                containsString("</b>: không có ở dự thảo này."),
                not(containsString(comment.id()))));
    assertThat(comment.status()).isEqualTo("ANSWERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/tra-lai"})
  void formNeedsTheTokenAndTheRole(String form) {
    TestComment comment = answered("V.1");
    String path = screen + (form.isEmpty() ? "" : "/" + comment.id() + form);
    desk.request()
        .contentType("application/x-www-form-urlencoded")
        .formParam("_chon", tick(comment))
        .formParam("_phien", comment.version())
        .formParam("ly_do", "x")
        .post(path)
        .then()
        .statusCode(403);
    for (Key key : List.of(Key.CONSULTANT, Key.VIEWER, Key.SGTVT)) {
      DeskBrowser other = DeskBrowser.of(key);
      other.post(path, Map.of("_chon", tick(comment), "ly_do", "x")).then().statusCode(403);
      other.request().get(screen).then().statusCode(403);
      other.request().get(screen + "/" + comment.id()).then().statusCode(403);
    }
    assertThat(comment.status()).isEqualTo("ANSWERED");
  }
}
