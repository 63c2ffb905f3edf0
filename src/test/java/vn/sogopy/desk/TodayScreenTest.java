package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.consultation.SmallRound;
import vn.sogopy.interchange.edxml.Edxml;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class TodayScreenTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";
  private static final Pattern FIGURE =
      Pattern.compile("<a href=\"/so/[^/]+/\\d+(/[^\"]+)\"><b>([^<]+)</b>");

  /** The sample's person among the consultants. */
  private static final String EXPERT = "Chuyên gia giao thông (tư vấn)";

  private static final String PENDING =
      "/y-kien?status=RECEIVED,ASSIGNED,DRAFTING,ANSWERED,RETURNED";

  private static final String MINE =
      "&amp;assignee=" + URLEncoder.encode(EXPERT, StandardCharsets.UTF_8);

  @Inject DataSource source;

  private static String path(String plan, int draft) {
    return "/so/" + plan + "/" + draft + "/hom-nay";
  }

  private static String page(Key key, TestPlan plan) {
    return DeskBrowser.of(key).page(path(plan.slug(), 1));
  }

  /** The figures of a page by the address that each leads to. */
  static Map<String, String> figures(String page) {
    Map<String, String> figures = new LinkedHashMap<>();
    Matcher figure = FIGURE.matcher(page);
    while (figure.find()) {
      assertThat(figures.put(figure.group(1), figure.group(2))).as(figure.group(1)).isNull();
    }
    return figures;
  }

  private static Map<String, String> figures(Key key, TestPlan plan) {
    return figures(page(key, plan));
  }

  static JsonPath statistics(Key key, String plan, int draft) {
    return Api.as(key)
        .get("/plans/" + plan + "/drafts/" + draft + "/statistics")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  @Test
  void coordinatorSeesTheRound() {
    TestPlan plan = SmallRound.in(source);
    assertThat(figures(Key.COORDINATOR, plan))
        .containsEntry("/co-quan?loc=da-tra-loi", "4/7")
        .containsEntry("/co-quan?loc=im-lang", "3")
        .containsEntry("/co-quan?loc=qua-han", "3")
        .containsEntry("/y-kien?general=true", "1")
        .containsEntry("/lanh-dao#khac-nhau", "0")
        .containsEntry("/nhap/cho-xu-ly", "0");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void figuresAreThoseOfTheApi(int draft) {
    String sample = "bac-kan-2021-2030";
    JsonPath api = statistics(Key.COORDINATOR, sample, draft);
    assertThat(figures(DeskBrowser.of(Key.COORDINATOR).page(path(sample, draft))))
        .containsEntry(
            "/co-quan?loc=da-tra-loi",
            api.getString("counts.replied") + "/" + api.getString("counts.asked"))
        .containsEntry("/co-quan?loc=im-lang", api.getString("counts.notReplied"))
        .containsEntry(
            "/co-quan?loc=qua-han", "" + api.getList("organizations.findAll { it.overdue }").size())
        .containsEntry("/y-kien?status=RECEIVED", api.getString("total.byStatus.RECEIVED"))
        .containsEntry("/y-kien?general=true", total(sample, draft, "general", "true"))
        .containsEntry("/y-kien?answerOverdue=true", api.getString("answersOverdue"))
        .containsEntry("/duyet", api.getString("total.byStatus.ANSWERED"))
        .containsEntry("/y-kien?status=RETURNED", api.getString("total.byStatus.RETURNED"))
        .containsEntry("/y-kien?revisionOpen=true", total(sample, draft, "revisionOpen", "true"))
        .containsEntry(
            PENDING,
            ""
                + (api.getInt("counts.byResult.PENDING")
                    + api.getInt("counts.unasked.byResult.PENDING")));
    JsonPath consultant = statistics(Key.CONSULTANT, sample, draft);
    assertThat(figures(DeskBrowser.of(Key.CONSULTANT).page(path(sample, draft))))
        .containsEntry("/y-kien?open=true", total(sample, draft, "open", "true"))
        .containsEntry("/y-kien?status=APPROVED", consultant.getString("total.byStatus.APPROVED"))
        .containsEntry("/y-kien?status=ANSWERED", consultant.getString("total.byStatus.ANSWERED"));
  }

  private static String total(String plan, int draft, String filter, String value) {
    return Api.as(Key.COORDINATOR)
        .queryParam(filter, value)
        .queryParam("count", true)
        .queryParam("limit", 1)
        .get("/plans/" + plan + "/drafts/" + draft + "/comments")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getString("total");
  }

  @Test
  void whatWaitsForSomebodyIsCounted() {
    TestPlan plan = TestPlan.open();
    Acts.escalate(plan.comment("Một"), "Các sở khác ý").statusCode(200);
    plan.comment("Hai").answer("NOTED");
    plan.comment("Ba").answer("NOTED").giveBack("Chưa rõ");
    String unknown = Edxml.of("a", "777.01.01.Z77", "1/LA").with("name", "Cơ quan lạ").xml();
    Api.as(Key.COORDINATOR)
        .contentType("application/xml")
        .body(unknown.getBytes(StandardCharsets.UTF_8))
        .post(TestLetter.letters(plan))
        .then()
        .statusCode(202);
    assertThat(figures(Key.COORDINATOR, plan))
        .containsEntry("/nhap/cho-xu-ly", "1")
        .containsEntry("/lanh-dao#khac-nhau", "1")
        .containsEntry("/y-kien?escalated=true&amp;directed=false", "1")
        .containsEntry("/duyet", "1")
        .containsEntry("/y-kien?status=RETURNED", "1")
        .containsEntry(PENDING, "3");
  }

  /** What has an answer of the leaders, a section or an approval is not counted, nor listed. */
  @Test
  void everyFigureOpensAListOfThatManyRows() {
    TestPlan plan = TestPlan.open();
    Acts.escalate(plan.comment("Một"), "Khác ý").statusCode(200);
    TestComment directed = plan.comment("Hai");
    Acts.escalate(directed, "Khác ý").statusCode(200);
    Acts.put(Key.COORDINATOR, directed, "direction", json("text", "Thống nhất")).statusCode(200);
    plan.comment(Key.SGTVT, json("content", "Ba", "section", "V.1")).assign(EXPERT);
    plan.comment("Bốn").answer(json("result", "ACCEPTED", "response", "x"));
    plan.comment("Năm").assign(EXPERT).answer("NOTED").giveBack("Chưa rõ");
    plan.comment("Sáu").answer("NOTED").approve();
    plan.comment("Bảy").withdraw("Nhầm");
    plan.patchDraft(1, json("answerDueOn", "2021-09-15"));
    assertThat(figures(Key.COORDINATOR, plan))
        .containsEntry("/y-kien?general=true", "5")
        .containsEntry("/y-kien?escalated=true&amp;directed=false", "1");
    for (Key key : new Key[] {Key.COORDINATOR, Key.CONSULTANT}) {
      DeskBrowser person = DeskBrowser.of(key);
      figures(key, plan)
          .forEach(
              (address, figure) -> {
                if (address.startsWith("/y-kien")) {
                  String list =
                      person
                          .request()
                          .urlEncodingEnabled(false)
                          .get("/so/" + plan.slug() + "/1" + address.replace("&amp;", "&"))
                          .asString();
                  assertThat(list).as(address).contains("Danh sách: " + figure + " ý kiến");
                  assertThat(list.split("data-item", -1))
                      .as(address)
                      .hasSize(Integer.parseInt(figure) + 1);
                }
              });
    }
  }

  @Test
  void consultantSeesTheWorkOfItsName() {
    TestPlan plan = TestPlan.open();
    plan.comment("Một").assign(EXPERT);
    plan.comment("Hai").assign("chuyên gia GIAO THÔNG (tu van)").answer("NOTED");
    plan.comment("Ba").assign(EXPERT).answer("NOTED").giveBack("Ghi rõ trang");
    plan.comment("Bốn").assign("Tổ thư ký").answer("NOTED").giveBack("Lý do khác");
    String page = page(Key.CONSULTANT, plan);
    assertThat(figures(page))
        .containsEntry("/y-kien?open=true" + MINE, "2")
        .containsEntry("/y-kien?status=RETURNED" + MINE, "1")
        .containsEntry("/y-kien?status=ANSWERED" + MINE, "1")
        .containsEntry("/y-kien?open=true", "3")
        .containsEntry("/y-kien?status=RETURNED", "2");
    assertThat(page).contains("Ghi rõ trang").doesNotContain("Lý do khác");
  }

  @Test
  void consultantWithoutWorkOfItsNameSeesThatOfAll() {
    TestPlan plan = TestPlan.open();
    plan.comment("Một").assign("Tổ thư ký").answer("NOTED").giveBack("Lý do khác");
    assertThat(page(Key.CONSULTANT, plan))
        .contains("Lý do khác", ">Tổ thư ký</a>")
        .doesNotContain("Việc của tôi");
  }

  @ParameterizedTest
  @EnumSource(names = {"COORDINATOR", "CONSULTANT"})
  void overdueRequestsAreListed(Key key) {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("Một");
    Acts.asked(comment, "sxd", "2021-09-01");
    assertThat(page(key, plan))
        .contains(
            "Đề nghị cung cấp, làm rõ đã quá hạn (1)", "/y-kien?y=" + comment.id(), "01/9/2021");
  }

  @Test
  void hostileTextsAreShownAsText() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment(HOSTILE).assign(HOSTILE).answer("NOTED");
    comment.giveBack(HOSTILE);
    Acts.ask(comment, json("to", "sxd", "kind", "DATA", "text", HOSTILE, "dueOn", "2021-09-01"))
        .statusCode(201);
    for (Key key : new Key[] {Key.COORDINATOR, Key.CONSULTANT}) {
      assertThat(page(key, plan)).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }
  }

  @Test
  void draftAndItsDatesAreTold() {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", "2021-09-15"));
    assertThat(page(Key.COORDINATOR, plan))
        .contains("dự thảo lần 1", "Đang lấy ý kiến", "Hạn góp ý: 15/9/2021", "quá hạn ");
    assertThat(page(Key.COORDINATOR, TestPlan.open())).contains("Chưa đặt hạn góp ý.");
  }

  @ParameterizedTest
  @EnumSource(names = {"VIEWER", "SGTVT", "ADMIN"})
  void othersAreRefused(Key key) {
    DeskBrowser.of(key).request().get(path("bac-kan-2021-2030", 2)).then().statusCode(403);
  }

  @Test
  void strangersAreAskedToSignIn() {
    RestAssured.given()
        .redirects()
        .follow(false)
        .get(path("bac-kan-2021-2030", 2))
        .then()
        .statusCode(303)
        .header("Location", startsWith("/dang-nhap"));
    DeskBrowser.of(Key.COORDINATOR).request().get(path("khong-co", 1)).then().statusCode(404);
  }
}
