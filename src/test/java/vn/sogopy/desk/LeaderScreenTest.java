package vn.sogopy.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.desk.DraftScreen.HOSTILE;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.consultation.SmallRound;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class LeaderScreenTest {
  private static final String SAMPLE = "bac-kan-2021-2030";
  private static final Pattern SUMS = Pattern.compile("<tfoot>(.*?)</tfoot>", Pattern.DOTALL);
  private static final Pattern CELL = Pattern.compile("<td class=\"n\">([0-9.]+)</td>");

  @Inject DataSource source;

  /** Who looks: the sample's leader sees restricted comments, the clerk does not. */
  private enum Reader {
    CLERK(Key.VIEWER),
    LEADER(Key.CONSULTANT),
    COORDINATOR(Key.COORDINATOR);

    /** A key that sees the same. */
    final Key api;

    Reader(Key api) {
      this.api = api;
    }

    DeskBrowser browser() {
      return switch (this) {
        case CLERK ->
            DeskBrowser.of(
                Api.as(Key.ADMIN)
                    .body(json("name", "Văn phòng UBND tỉnh", "role", "VIEWER", "person", true))
                    .post("/api-keys")
                    .then()
                    .statusCode(201)
                    .extract()
                    .<String>path("key"));
        case LEADER -> DeskBrowser.of(Key.VIEWER);
        case COORDINATOR -> DeskBrowser.of(Key.COORDINATOR);
      };
    }
  }

  private static String page(Reader reader, String plan, int draft) {
    return reader.browser().page("/so/" + plan + "/" + draft + "/lanh-dao");
  }

  private static String page(Reader reader, TestPlan plan) {
    return page(reader, plan.slug(), 1);
  }

  private static List<Integer> cells(String row) {
    return CELL.matcher(row)
        .results()
        .map(cell -> Integer.valueOf(cell.group(1).replace(".", "")))
        .toList();
  }

  /** The last rows of the tables beside the pictures. */
  private static List<List<Integer>> sums(String page) {
    return SUMS.matcher(page)
        .results()
        .map(MatchResult::group)
        .map(LeaderScreenTest::cells)
        .toList();
  }

  /** The numbers of the row with this heading. */
  private static List<Integer> row(String page, String heading) {
    int start = page.indexOf("<th scope=\"row\">" + heading + "</th>");
    assertThat(start).as(heading).isPositive();
    return cells(page.substring(start, page.indexOf("</tr>", start)));
  }

  private static int sum(JsonPath api, String path) {
    return api.getList(path, Integer.class).stream().mapToInt(Integer::intValue).sum();
  }

  @ParameterizedTest
  @CsvSource({"CLERK, 1", "CLERK, 2", "LEADER, 2", "COORDINATOR, 1", "COORDINATOR, 2"})
  void tablesAreThoseOfTheApi(Reader reader, int draft) {
    JsonPath api = TodayScreenTest.statistics(reader.api, SAMPLE, draft);
    String page = page(reader, SAMPLE, draft);
    int total = api.getInt("total.comments");
    int pending = api.getInt("total.byResult.PENDING");
    int accepted =
        api.getInt("total.byResult.ACCEPTED") + api.getInt("total.byResult.PARTIALLY_ACCEPTED");
    assertThat(sums(page))
        .containsExactly(
            List.of(
                api.getInt("counts.agreed"),
                api.getInt("counts.commented"),
                api.getInt("counts.notReplied"),
                api.getInt("counts.asked")),
            List.of(accepted, total - accepted - pending, pending, total),
            List.of(api.getInt("counts.replied")));
    assertThat(row(page, "Cơ quan trả lời lần đầu").get(2)).isEqualTo(api.getInt("counts.replied"));
    assertThat(row(page, "Ý kiến tiếp nhận").get(2)).isEqualTo(total);
    assertThat(row(page, "Ý kiến được trả lời").get(2)).isEqualTo(sum(api, "days.answered"));
    assertThat(row(page, "Câu trả lời được duyệt").get(2)).isEqualTo(sum(api, "days.approved"));
    List<String> titles = api.getList("groups.title");
    for (int i = 0; i < titles.size(); i++) {
      JsonPath counts = new JsonPath(api.prettify()).setRootPath("groups[" + i + "].counts");
      if (counts.getInt("asked") > 0) {
        assertThat(row(page, titles.get(i)))
            .containsExactly(
                counts.getInt("agreed"),
                counts.getInt("commented"),
                counts.getInt("notReplied"),
                counts.getInt("asked"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void pointsOfTheSampleAreThoseOfTheRegister(int draft) {
    assertPointsOfTheRegister(SAMPLE, draft, page(Reader.COORDINATOR, SAMPLE, draft));
  }

  private static void assertPointsOfTheRegister(String plan, int draft, String page) {
    List<List<String>> differences = new ArrayList<>();
    int directed = 0;
    for (JsonNode row : rows(plan, draft)) {
      List<String> reasons = new ArrayList<>();
      row.path("differences").forEach(reason -> reasons.add(reason.asText()));
      differences.add(reasons);
      directed += row.path("directed").isObject() ? 1 : 0;
    }
    differences.removeIf(List::isEmpty);
    assertThat(page)
        .contains("Còn ý kiến khác nhau (" + differences.size() + ")")
        .contains("Đã có ý kiến chỉ đạo (" + directed + ")");
    differences.forEach(
        reasons -> reasons.forEach(reason -> assertThat(page).contains("\">" + reason + "</p>")));
  }

  private static List<JsonNode> rows(String plan, int draft) {
    JsonNode register =
        Api.as(Key.COORDINATOR)
            .get("/plans/" + plan + "/drafts/" + draft + "/register")
            .then()
            .statusCode(200)
            .extract()
            .as(JsonNode.class);
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode group : register.path("groups")) {
      for (JsonNode body : group.path("bodies")) {
        body.path("rows").forEach(rows::add);
      }
    }
    return rows;
  }

  @Test
  void everyKindOfDifferenceIsThatOfTheRegister() {
    TestPlan plan = TestPlan.open();
    TestComment kept = plan.comment("Giữ ý kiến").answer("EXPLAINED").approve();
    Acts.put(Key.SGTVT, kept, "reaction", json("reaction", "MAINTAINED", "note", "Vẫn cần"))
        .statusCode(200);
    Acts.escalate(kept, "Hai bên khác ý").statusCode(200);
    TestLetter letter =
        TestLetter.send(
            plan,
            Key.SGTVT,
            with(TestLetter.letter("9/SGTVT", "Một", "Hai", "Ba"), "position", "DISAGREES"));
    letter.comments(plan).get(0).withdraw("Rút");
    TestComment decided = letter.comments(plan).get(1);
    Acts.escalate(decided, "Xin chỉ đạo").statusCode(200);
    Acts.put(Key.COORDINATOR, decided, "direction", json("text", "Giữ")).statusCode(200);
    String page = page(Reader.COORDINATOR, plan);
    assertThat(page).contains("Còn ý kiến khác nhau (2)", "Đã có ý kiến chỉ đạo (1)");
    assertPointsOfTheRegister(plan.slug(), 1, page);
  }

  @Test
  void disputedAndDecidedPointsAreListed() {
    TestPlan plan = TestPlan.open();
    Acts.escalate(plan.comment("Ý còn tranh luận"), "Hai sở khác ý").statusCode(200);
    TestLetter.send(
        plan,
        Key.SGTVT,
        json(
            "number",
            "9/SGTVT",
            "date",
            "2021-08-24",
            "position",
            "DISAGREES",
            "comments",
            List.of(json("content", "Không nhất trí phương án", "section", "V.1"))));
    TestComment decided = plan.comment("Ý đã có chỉ đạo");
    Acts.escalate(decided, "Xin chỉ đạo").statusCode(200);
    Acts.put(
            Key.COORDINATOR,
            decided,
            "direction",
            json(
                "text",
                "Giữ như dự thảo",
                "document",
                "Thông báo số 215/TB-UBND",
                "date",
                "2021-09-20"))
        .statusCode(200);
    String page = page(Reader.LEADER, plan);
    assertThat(page)
        .contains("Còn ý kiến khác nhau (2)", "Đã có ý kiến chỉ đạo (1)")
        .contains("Xin ý kiến UBND tỉnh: Hai sở khác ý", "Cơ quan góp ý không nhất trí với dự thảo")
        .contains("V.1. Giao thông", "Giữ như dự thảo")
        .contains("(Thông báo số 215/TB-UBND ngày 20/9/2021)")
        .contains("/y-kien?y=" + decided.id());
    assertThat(page.indexOf("Ý còn tranh luận"))
        .isLessThan(page.indexOf("Không nhất trí phương án"));
  }

  @Test
  void manyPointsAreFoldedAway() {
    TestPlan plan = TestPlan.open();
    for (int i = 1; i <= 7; i++) {
      Acts.escalate(plan.comment("Ý thứ " + i), "Khác ý").statusCode(200);
    }
    assertThat(page(Reader.LEADER, plan)).contains("Còn 02 nội dung khác</summary>", "Ý thứ 7");
  }

  @Test
  void restrictedPointIsCountedAndNotShown() {
    TestPlan plan = TestPlan.open();
    TestComment comment =
        plan.comment(Key.SGTVT, json("content", "Chuyện kín", "restricted", true));
    Acts.escalate(comment, "Lý do kín").statusCode(200);
    plan.comment("Chuyện mở");
    assertThat(page(Reader.COORDINATOR, plan))
        .contains("Chuyện kín", "Lý do kín")
        .doesNotContain("hạn chế tiếp cận");
    assertThat(page(Reader.LEADER, plan)).contains("Lý do kín");
    String viewer = page(Reader.CLERK, plan);
    assertThat(viewer)
        .contains("Trang này không bao gồm 01 ý kiến thuộc diện hạn chế tiếp cận")
        .contains("Còn ý kiến khác nhau (1)", "<b>2</b> ý kiến góp ý")
        .contains("Không nêu ở đây 01 nội dung thuộc diện hạn chế tiếp cận.")
        .doesNotContain("kín");
    assertThat(sums(viewer).get(0)).containsExactly(0, 0, 1, 1);
  }

  @Test
  void silentBodiesAndTheDueLineAreShown() {
    String page = page(Reader.LEADER, SmallRound.in(source));
    assertThat(page)
        .contains("Chưa trả lời (3)", "Sở Y tế: quá hạn từ 15/9/2021")
        // sct 15/9, sxd 15/9, sgtvt 16/9, Ba Bể 20/9; the draft is due on 20/9.
        .contains("4 cơ quan trả lời từ ngày 15/9/2021; nhiều nhất ngày 15/9/2021: 2.")
        .contains("Đến hết hạn 20/9/2021: 4 cơ quan; sau hạn: 0.")
        .contains(">Hạn 20/9/2021</text>");
    assertThat(sums(page).get(0)).containsExactly(2, 2, 3, 7);
  }

  @Test
  void everyPictureHasWordsAndATable() {
    String page = page(Reader.LEADER, SAMPLE, 2);
    List<String> pictures = Arrays.asList(page.split("<figure>")).subList(1, 4);
    for (String picture : pictures) {
      assertThat(picture).contains("<svg role=\"img\"", "<title id=", "<desc id=", "<details>");
    }
    assertThat(page).doesNotContain("style=").doesNotContain("<script>");
  }

  @Test
  void emptyDraftIsShown() {
    assertThat(page(Reader.LEADER, TestPlan.open()))
        .contains("Chưa có văn bản trả lời.", "Chưa có ý kiến chỉ đạo.")
        .contains("Đến nay, không còn nội dung có ý kiến khác nhau.");
  }

  @Test
  void hostileTextsAreShownAsText() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment(HOSTILE);
    Acts.escalate(comment, HOSTILE).statusCode(200);
    assertThat(page(Reader.LEADER, plan))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
    Acts.put(Key.COORDINATOR, comment, "direction", json("text", HOSTILE, "document", HOSTILE))
        .statusCode(200);
    assertThat(page(Reader.LEADER, plan))
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
  }

  @ParameterizedTest
  @EnumSource(names = {"CONSULTANT", "SGTVT", "ADMIN"})
  void othersAreRefused(Key key) {
    DeskBrowser.of(key).request().get("/so/" + SAMPLE + "/2/lanh-dao").then().statusCode(403);
  }
}
