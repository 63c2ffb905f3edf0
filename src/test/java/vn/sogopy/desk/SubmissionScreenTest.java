package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The screen "Trình": readiness, papers, seal, number and date, signed copy, verification. */
@QuarkusTest
class SubmissionScreenTest extends DraftScreen {
  SubmissionScreenTest() {
    super("/trinh");
  }

  private ValidatableResponse editions() {
    return Api.as(Key.COORDINATOR).get(plan.draftPath(1) + "/editions").then().statusCode(200);
  }

  private void seal(int number) {
    desk.post(screen + "/chot", Map.of("_lan", number))
        .then()
        .statusCode(303)
        .header("Location", screen + "/ban/" + number + "?xong=da-chot");
  }

  /** An edition of one comment. */
  private String sealed() {
    plan.comment("Ý kiến").answer("NOTED").approve();
    seal(1);
    return screen + "/ban/1";
  }

  private Response upload(String path, String name, String content) {
    return desk.request()
        .multiPart("_ma", desk.token())
        .multiPart("tep", name, content.getBytes(StandardCharsets.UTF_8), "application/pdf")
        .post(path);
  }

  private static String pdf() {
    return "%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n";
  }

  @Test
  void checklistLeadsToTheLists() {
    plan.comment("Chưa trả lời");
    plan.comment("Tiếp thu").answer(json("result", "ACCEPTED", "response", "Tiếp thu")).approve();
    String root = "/so/" + plan.slug() + "/1";
    assertThat(desk.page(screen))
        .contains(
            "Chưa đủ điều kiện chốt số liệu.",
            "<a href=\""
                + root
                + "/y-kien?status=RECEIVED,ASSIGNED,DRAFTING,ANSWERED,RETURNED\">"
                + "Còn 01 ý kiến chưa xử lý xong.</a>",
            "<a href=\""
                + root
                + "/y-kien?status=APPROVED&amp;revisionOpen=true\">"
                + "Còn 01 nội dung tiếp thu chưa ghi nơi chỉnh sửa.</a>",
            "/readiness/file?format=html\">"
                + "Còn 01 nội dung đã tiếp thu, cơ quan góp ý chưa xác nhận.</a>",
            "A = B + F: 0 = 0 + 0",
            "B = C + D: 0 = 0 + 0",
            "E = e1 + … + e7: 0 = 0 + 0 + 0 + 0 + 0 + 0 + 0",
            "Ngoài số trên: 2 ý kiến",
            "Chưa chốt lần nào.");
  }

  @Test
  void figuresOfTheSampleAddUp() {
    String page = desk.page("/so/bac-kan-2021-2030/2/trinh");
    var sum = Pattern.compile("A = B \\+ F: (\\d+) = (\\d+) \\+ (\\d+)").matcher(page);
    assertThat(sum.find()).isTrue();
    assertThat(Integer.parseInt(sum.group(1)))
        .isPositive()
        .isEqualTo(Integer.parseInt(sum.group(2)) + Integer.parseInt(sum.group(3)));
    assertThat(page).contains("/co-quan?loc=im-lang");
    assertThat(desk.page("/so/bac-kan-2021-2030/2/trinh/ban-trich"))
        .contains(
            "Tải bản trích theo cơ quan",
            "Tải bản trích theo nhóm",
            "Tải bản trích theo mục",
            "/tep/bang-tong-hop\"");
  }

  /** The first page counts, the complete one reads the register. */
  @ParameterizedTest
  @CsvSource({
    "COORDINATOR, bac-kan-2021-2030/1",
    "COORDINATOR, bac-kan-2021-2030/2",
    "VIEWER, bac-kan-2021-2030/2",
    "COORDINATOR, ",
    "VIEWER, "
  })
  void completeChecklistHasTheSameFigures(Key key, String draft) {
    var accepted = json("result", "ACCEPTED", "response", "Tiếp thu");
    Acts.put(
            Key.SGTVT,
            plan.comment(Key.SGTVT, json("content", "Đồng ý")).answer(accepted).approve(),
            "reaction",
            json("reaction", "AGREED"))
        .statusCode(200);
    plan.comment(Key.SGTVT, json("content", "Kín", "restricted", true)).answer(accepted).approve();
    plan.comment("Có nơi sửa").answer(with(accepted, "revision", json("page", 48))).approve();
    plan.comment("Trùng lời").answer(accepted).approve();
    plan.comment("Trùng lời").answer(accepted);
    String path = draft == null ? screen : "/so/" + draft + "/trinh";
    DeskBrowser person = DeskBrowser.of(key);
    List<String> first = checks(person.page(path));
    List<String> complete = checks(person.page(path + "?day_du=true"));
    assertThat(first).hasSize(6);
    assertThat(complete).hasSize(8).startsWith(first.toArray(String[]::new));
    if (draft == null) {
      assertThat(complete.get(7)).contains("Còn 01 nhóm ý kiến trùng lời.");
    }
  }

  private static List<String> checks(String page) {
    String table = page.substring(page.indexOf("id=\"dieu-kien\""));
    return Pattern.compile("<tr><th scope=\"row\">.*?</tr>", Pattern.DOTALL)
        .matcher(table.substring(0, table.indexOf("</table>")))
        .results()
        .map(MatchResult::group)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"COORDINATOR", "VIEWER"})
  void papersOpenWithTheSession(Key key) {
    String edition = sealed();
    DeskBrowser person = DeskBrowser.of(key);
    String pages = person.page(screen) + person.page(edition);
    var link = Pattern.compile("<a href=\"(/api/v1/[^\"]*|/so/[^\"]*/tep/[^\"]*)\"").matcher(pages);
    Set<String> found = new HashSet<>();
    while (link.find()) {
      found.add(link.group(1));
      person
          .request()
          .urlEncodingEnabled(false)
          .get(link.group(1).replace("&amp;", "&"))
          .then()
          .statusCode(200);
    }
    assertThat(found).hasSize(17);
  }

  @Test
  void sealIsLookedAtBeforeAndRefusedWhileSomethingIsMissing() {
    plan.comment("Chưa trả lời");
    assertThat(desk.page(screen + "/chot"))
        .contains(
            "Chốt số liệu lần 1",
            "Còn 01 ý kiến chưa xử lý xong",
            "Mới tiếp nhận",
            "name=\"cho_phep_chua_xu_ly_xong\"",
            "name=\"_lan\" value=\"1\"")
        .doesNotContain("cho_phep_chua_ghi_noi_chinh_sua");
    desk.post(screen + "/chot", Map.of("_lan", 1, "ghi_chu", HOSTILE))
        .then()
        .statusCode(409)
        .body(allOf(containsString(ESCAPED), not(containsString("<script>alert"))));
    editions().body("items", hasSize(0));
    Map<String, ?> allowed =
        Map.of("_lan", 1, "ghi_chu", HOSTILE, "cho_phep_chua_xu_ly_xong", "true");
    desk.post(screen + "/chot", allowed).then().statusCode(303);
    // The same form once more, as a second click sends it.
    desk.post(screen + "/chot", allowed).then().statusCode(409);
    editions()
        .body("items", hasSize(1))
        .body("items[0].note", equalTo(HOSTILE))
        .body("items[0].allowUnanswered", equalTo(true));
    for (String path : List.of(screen, screen + "/ban/1")) {
      assertThat(desk.page(path)).contains(ESCAPED).doesNotContain("<script>alert");
    }
  }

  @Test
  void numberAndDateAreLookedAtBeforeTheyAreWritten() {
    String edition = sealed();
    assertThat(desk.page(edition + "/so-ngay?so_bao_cao=126%2FBC&ngay_bao_cao=2199-01-31"))
        .contains("126/BC", "31/01/2199", "ở sau ngày hôm nay", "Vẫn ghi số, ngày");
    editions().body("items[0].issuance", nullValue());
    desk.request()
        .queryParam("so_bao_cao", HOSTILE)
        .queryParam("ngay_bao_cao", "31/01/2021")
        .get(edition + "/so-ngay")
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("value=\"" + ESCAPED + "\""),
                containsString("id=\"loi-ngay_bao_cao\" class=\"error\""),
                not(containsString("id=\"loi-so_bao_cao\" class=\"error\"")),
                not(containsString("<script>alert"))));
    Map<String, String> typed = Map.of("so_bao_cao", "126", "ngay_bao_cao", "2021-10-05");
    desk.post(edition + "/so-ngay", typed)
        .then()
        .statusCode(303)
        .header("Location", edition + "?xong=da-ghi");
    desk.post(edition + "/so-ngay", typed).then().statusCode(409).body(containsString("126"));
    assertThat(desk.page(edition)).contains("Số 126, 05/10/2021", "ở trước ngày chốt số liệu");
  }

  @Test
  void numberIsCorrectedWithAReason() {
    String edition = sealed();
    desk.post(edition + "/so-ngay", Map.of("so_bao_cao", "126", "ngay_bao_cao", "2021-10-05"));
    desk.request()
        .get(edition + "/so-ngay?so_bao_cao=162&ngay_bao_cao=2021-10-05&ly_do=")
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("id=\"loi-ly_do\" class=\"error\""),
                containsString("value=\"162\"")));
    String look =
        desk.page(edition + "/so-ngay?so_bao_cao=162&ngay_bao_cao=2021-10-05&ly_do=Go nham");
    assertThat(look).contains("số 126, 05/10/2021", "Go nham", edition + "/sua-so-ngay");
    var version = Pattern.compile("name=\"_phien\" value=\"(\\d+)\"").matcher(look);
    assertThat(version.find()).isTrue();
    Map<String, String> typed =
        Map.of(
            "_phien",
            version.group(1),
            "so_bao_cao",
            "162",
            "ngay_bao_cao",
            "2021-10-05",
            "ly_do",
            "Gõ nhầm " + HOSTILE);
    desk.post(edition + "/sua-so-ngay", typed).then().statusCode(303);
    desk.post(edition + "/sua-so-ngay", typed).then().statusCode(412);
    assertThat(desk.page(edition))
        .contains("Số 162", "Trước khi sửa: số 126", "Gõ nhầm " + ESCAPED)
        .doesNotContain("<script>alert");
  }

  @Test
  void signedCopyIsKeptOnceTheReportHasItsNumber() {
    String edition = sealed();
    upload(edition + "/ban-ky", "a.pdf", pdf()).then().statusCode(409);
    desk.post(edition + "/so-ngay", Map.of("so_bao_cao", "126", "ngay_bao_cao", "2021-10-05"));
    upload(edition + "/ban-ky", "a.pdf", "no PDF").then().statusCode(415);
    upload(edition + "/ban-ky", "a.pdf", "").then().statusCode(400);
    String content = pdf();
    upload(edition + "/ban-ky", "Báo cáo 126.pdf", content)
        .then()
        .statusCode(303)
        .header("Location", edition + "?xong=da-ghi");
    var link =
        Pattern.compile("href=\"(/api/v1/editions/[^\"]*/signed-copies/[^\"]*)\"")
            .matcher(desk.page(edition));
    assertThat(link.find()).isTrue();
    assertThat(desk.request().get(link.group(1)).asString()).isEqualTo(content);
    upload(screen + "/tra-cuu", "x.pdf", content)
        .then()
        .statusCode(200)
        .body(allOf(containsString("bản chốt số liệu lần 1"), containsString("Bản đã ký")));
  }

  @Test
  void codeAndFileTellTheirEdition() {
    sealed();
    String code = editions().extract().path("items[0].verificationCode");
    assertThat(desk.page(screen + "/tra-cuu?ma=" + code.toLowerCase()))
        .contains("bản chốt số liệu lần 1, dự thảo lần 1", screen + "/ban/1");
    assertThat(desk.page(screen + "/tra-cuu?ma=0000-0000-0000-0000"))
        .contains("không phải của bản chốt nào");
    desk.request()
        .queryParam("ma", HOSTILE)
        .get(screen + "/tra-cuu")
        .then()
        .statusCode(400)
        .body(
            allOf(
                containsString("id=\"loi-ma\""),
                containsString("value=\"" + ESCAPED + "\""),
                not(containsString("<script>alert"))));
    upload(screen + "/tra-cuu", "x.pdf", pdf())
        .then()
        .statusCode(200)
        .body(containsString("hoặc đã bị sửa"));
    assertThat(DeskBrowser.of(Key.VIEWER).page(screen + "/tra-cuu")).contains("Tra theo mã");
  }

  @Test
  void editionsAreCompared() {
    var changing = plan.comment("Sẽ đổi").answer("NOTED").approve();
    seal(1);
    changing.giveBack("Sửa").answer("EXPLAINED").approve();
    plan.comment("Đến sau " + HOSTILE).answer("NOTED").approve();
    seal(2);
    assertThat(desk.page(screen)).contains("So sánh hai bản chốt");
    assertThat(desk.page(screen + "/so-sanh?truoc=1&sau=2"))
        .contains(
            "Ý kiến bổ sung (1)",
            "Đến sau " + ESCAPED,
            "Ý kiến không còn trong bản sau (0)",
            "Ý kiến có thay đổi (1)",
            "Giải trình, giữ nguyên dự thảo")
        .doesNotContain("<script>alert");
    desk.request().get(screen + "/so-sanh?truoc=1&sau=3").then().statusCode(404);
    desk.request().get(screen + "/ban/3").then().statusCode(404);
  }

  @Test
  void viewerReads() {
    String edition = sealed();
    DeskBrowser viewer = DeskBrowser.of(Key.VIEWER);
    assertThat(viewer.page(screen))
        .contains("Rà soát điều kiện trình", "Lần 1")
        .doesNotContain(screen + "/chot", "/co-quan?loc");
    assertThat(viewer.page(edition))
        .contains("Mã tra cứu")
        .doesNotContain("<form class=\"narrow\"");
    viewer.request().get(screen + "/chot").then().statusCode(403);
    viewer.request().get(edition + "/so-ngay").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/chot", "/ban/1/so-ngay", "/ban/1/sua-so-ngay"})
  void formNeedsTheTokenAndTheRole(String form) {
    sealed();
    Map<String, String> fields =
        Map.of("_lan", "2", "_phien", "0", "so_bao_cao", "1", "ngay_bao_cao", "2021-10-05");
    desk.request()
        .contentType("application/x-www-form-urlencoded")
        .formParams(fields)
        .post(screen + form)
        .then()
        .statusCode(403);
    for (Key key : List.of(Key.CONSULTANT, Key.VIEWER, Key.SGTVT)) {
      DeskBrowser.of(key).post(screen + form, fields).then().statusCode(403);
    }
    editions().body("items", hasSize(1)).body("items[0].issuance", nullValue());
  }

  @Test
  void filesNeedTheTokenAndTheRole() {
    String edition = sealed();
    for (String path : List.of(edition + "/ban-ky", screen + "/tra-cuu")) {
      desk.request().multiPart("tep", "a.pdf", pdf().getBytes()).post(path).then().statusCode(403);
    }
    DeskBrowser viewer = DeskBrowser.of(Key.VIEWER);
    viewer
        .request()
        .multiPart("_ma", viewer.token())
        .multiPart("tep", "a.pdf", pdf().getBytes())
        .post(edition + "/ban-ky")
        .then()
        .statusCode(403);
    for (Key key : List.of(Key.CONSULTANT, Key.SGTVT)) {
      DeskBrowser other = DeskBrowser.of(key);
      other.request().get(screen).then().statusCode(403);
      other.request().get(edition).then().statusCode(403);
      other.request().get(screen + "/tra-cuu").then().statusCode(403);
      other.request().get(screen + "/so-sanh?truoc=1&sau=1").then().statusCode(403);
    }
  }
}
