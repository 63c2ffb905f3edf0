package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.comment.Acts;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The consolidated register as JSON; docs/domain.md section 6. */
@QuarkusTest
class RegisterTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030/drafts/%d/register";

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private JsonPath register(Key key) {
    return register(key, plan.draftPath(1) + "/register");
  }

  private static JsonPath register(Key key, String path) {
    return Api.as(key).get(path).then().statusCode(200).extract().jsonPath();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void sampleSums(int draft) {
    JsonPath register = register(Key.CONSULTANT, SAMPLE.formatted(draft));
    sumsHold(register);
    assertThat(register.getString("mark")).isEqualTo("DỮ LIỆU MẪU");
    List<Object> rows = register.getList("groups.bodies.flatten().rows.flatten()");
    assertThat(register.getInt("summary.comments") + register.getInt("summary.unasked.comments"))
        .isEqualTo(rows.size());
  }

  static void sumsHold(JsonPath register) {
    assertThat(register.getInt("summary.asked"))
        .isEqualTo(register.getInt("summary.replied") + register.getInt("summary.notReplied"));
    assertThat(register.getInt("summary.replied"))
        .isEqualTo(register.getInt("summary.agreed") + register.getInt("summary.commented"));
    Map<String, Integer> byResult = register.getMap("summary.byResult");
    assertThat(register.getInt("summary.comments"))
        .isEqualTo(byResult.values().stream().mapToInt(n -> n).sum());
    assertThat(byResult)
        .containsOnlyKeys(
            "ACCEPTED",
            "PARTIALLY_ACCEPTED",
            "EXPLAINED",
            "ALREADY_COVERED",
            "NOTED",
            "OUT_OF_SCOPE",
            "PENDING");
    assertThat(register.getInt("summary.disagreed"))
        .isLessThanOrEqualTo(register.getInt("summary.commented"));
  }

  @Test
  void numbersContinueThroughGroups() {
    JsonPath register = register(Key.CONSULTANT, SAMPLE.formatted(2));
    List<Map<String, Object>> bodies = register.getList("groups.bodies.flatten()");
    List<String> indexes = new ArrayList<>();
    for (int i = 0; i < bodies.size(); i++) {
      assertThat(bodies.get(i).get("number")).isEqualTo(i + 1);
      List<?> rows = (List<?>) bodies.get(i).get("rows");
      for (int j = 0; j < rows.size(); j++) {
        assertThat(((Map<?, ?>) rows.get(j)).get("index")).isEqualTo((i + 1) + "." + (j + 1));
        indexes.add((i + 1) + "." + (j + 1));
      }
    }
    assertThat(indexes).hasSizeGreaterThan(20);
    assertThat(register.getList("groups.index")).startsWith("I", "II", "III");
    List<String> order = Api.as(Key.VIEWER).get("/groups").path("items.code");
    assertThat(register.getList("groups.code", String.class))
        .isEqualTo(order.stream().filter(register.getList("groups.code")::contains).toList());
  }

  @Test
  void answersAreShownAfterApproval() {
    var comment =
        plan.comment(
            Key.SGTVT, json("content", "x", "section", "V.1", "locator", json("page", 45)));
    comment.answer(json("result", "ACCEPTED", "response", "Tiếp thu."));
    String row = "groups[0].bodies[0].rows[0].";
    JsonPath before = register(Key.VIEWER);
    assertThat(before.getString(row + "place")).isEqualTo("Báo cáo tổng hợp, mục V.1, trang 45");
    assertThat(before.getString(row + "resultLabel")).isEqualTo("Đang nghiên cứu, xử lý");
    assertThat(before.getString(row + "answer")).isNull();
    assertThat(before.getString(row + "result")).isNull();
    assertThat(before.getInt("summary.unasked.byResult.PENDING")).isOne();

    comment.approve();
    JsonPath approved = register(Key.VIEWER);
    assertThat(approved.getString(row + "resultLabel")).isEqualTo("Tiếp thu");
    assertThat(approved.getString(row + "answer"))
        .isEqualTo("Tiếp thu.\n(sẽ chỉnh sửa tại mục V.1 Báo cáo tổng hợp)");
    assertThat(approved.getInt("summary.unasked.byResult.ACCEPTED")).isOne();
    assertThat(approved.getInt("summary.unasked.byResult.PENDING")).isZero();

    comment.revise(json("section", "V.1", "page", 48)).statusCode(200);
    assertThat(register(Key.VIEWER).getString(row + "answer"))
        .isEqualTo("Tiếp thu.\n(đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp)");
  }

  /** Every file is made from the texts of the JSON. */
  @Test
  void rangesOfPages() {
    plan.comment(
            Key.SGTVT, json("content", "x", "section", "V.1", "locator", json("pages", "45–46,50")))
        .answer(
            json(
                "result", "ACCEPTED",
                "response", "Tiếp thu.",
                "revision", json("section", "V.1", "pages", "48-49, 52")))
        .approve();
    JsonPath register = register(Key.VIEWER);
    String row = "groups[0].bodies[0].rows[0].";
    assertThat(register.getString(row + "place"))
        .isEqualTo("Báo cáo tổng hợp, mục V.1, trang 45-46, 50");
    assertThat(register.getString(row + "answer"))
        .isEqualTo("Tiếp thu.\n(đã chỉnh sửa tại trang 48-49, 52, mục V.1 Báo cáo tổng hợp)");
    for (String format : List.of("csv", "html")) {
      byte[] file =
          Api.as(Key.VIEWER)
              .queryParam("format", format)
              .get(plan.draftPath(1) + "/register/file")
              .then()
              .statusCode(200)
              .extract()
              .asByteArray();
      assertThat(new String(file, StandardCharsets.UTF_8))
          .contains("trang 45-46, 50")
          .contains("trang 48-49, 52, mục V.1");
    }
  }

  @Test
  void withdrawnCommentsAreLeftOut() {
    plan.comment("x").withdraw("Nhầm");
    JsonPath register = register(Key.VIEWER);
    assertThat(register.getList("groups")).isEmpty();
    assertThat(register.getInt("summary.comments")).isZero();
    assertThat(register.getInt("summary.unasked.comments")).isZero();
  }

  @Test
  void viewersCopyExcludesRestricted() {
    plan.comment("mở");
    plan.comment(Key.SGTVT, json("content", "kín đáo", "restricted", true));
    JsonPath viewer = register(Key.VIEWER);
    assertThat(viewer.getInt("restrictedLeftOut")).isOne();
    assertThat(viewer.getList("groups[0].bodies[0].rows.content")).isEqualTo(List.of("mở"));
    assertThat(viewer.prettify()).doesNotContain("kín đáo");
    JsonPath all = register(Key.COORDINATOR);
    assertThat(all.getInt("restrictedLeftOut")).isZero();
    assertThat(all.getInt("summary.unasked.comments")).isEqualTo(2);
    assertThat(viewer.<String, Object>getMap("summary")).isEqualTo(all.getMap("summary"));
    assertThat(viewer.getList("report.paragraphs"))
        .contains("Bản này không bao gồm 01 ý kiến thuộc diện hạn chế tiếp cận.");
    assertThat(all.getList("report.paragraphs").toString()).doesNotContain("không bao gồm");
  }

  /** Every reader and the public form: the same figures and the same STT, without the texts. */
  @Test
  void theSameToEverybody() {
    plan.comment(Key.SGTVT, json("content", "kín đáo 1", "restricted", true, "section", "ĐMC"));
    plan.comment("mở 2");
    plan.comment(Key.SGTVT, json("content", "kín đáo 3", "restricted", true));
    plan.comment("mở 4");
    plan.comment(Key.BABE, json("content", "kín đáo 5", "restricted", true));
    plan.comment(Key.COORDINATOR, json("content", "mở 6", "organization", "ubnd-huyen-na-ri"));
    String path = plan.draftPath(1) + "/register";
    JsonPath all = register(Key.COORDINATOR);
    List<Map<String, String>> rows = all.getList("groups.bodies.flatten().rows.flatten()");
    List<String> open =
        rows.stream()
            .filter(row -> row.get("content").startsWith("mở"))
            .map(row -> row.get("index") + " " + row.get("content"))
            .toList();
    assertThat(rows).hasSize(6);
    assertThat(open).hasSize(3);
    for (JsonPath copy :
        List.of(register(Key.VIEWER), register(Key.COORDINATOR, path + "?public=true"))) {
      List<Map<String, String>> printed = copy.getList("groups.bodies.flatten().rows.flatten()");
      assertThat(printed.stream().map(row -> row.get("index") + " " + row.get("content")))
          .containsExactlyElementsOf(open);
      for (String figures : List.of("summary", "matrix", "asked", "groups.bodies.number")) {
        assertThat(copy.<Object>get(figures)).as(figures).isEqualTo(all.get(figures));
      }
      assertThat(copy.getList("groups.bodies.flatten().remark"))
          .as("no line says whose comments are left out")
          .containsOnlyNulls()
          .hasSize(3);
      assertThat(copy.getInt("restrictedLeftOut")).isEqualTo(3);
      assertThat(copy.prettify()).doesNotContain("kín đáo");
      assertThat(copy.prettify().contains("không bao gồm 03 ý kiến"))
          .as("only the public copy prints no such line")
          .isEqualTo(!copy.getBoolean("publicForm"));
    }
  }

  /** A direction takes a point out of the differences; it has its own table. */
  @Test
  void pointsWithADirection() {
    TestComment open = plan.comment("còn khác nhau");
    TestComment decided = plan.comment("đã chỉ đạo");
    Acts.escalate(open, "Các sở khác ý.").statusCode(200);
    Acts.escalate(decided, "Các sở khác ý.").statusCode(200);
    JsonPath before = register(Key.VIEWER);
    assertThat(before.getString("report.differencesText")).startsWith("Hiện còn 02 nội dung");
    assertThat(before.getString("report.directedTitle")).isNull();
    Map<String, Object> direction = json("text", "Thống nhất.", "date", "2021-09-20");
    direction.put("document", "Thông báo số 215/TB-UBND");
    Acts.put(Key.COORDINATOR, decided, "direction", direction).statusCode(200);
    JsonPath after = register(Key.VIEWER);
    assertThat(after.getString("report.differencesText")).startsWith("Hiện còn 01 nội dung");
    assertThat(after.getString("report.directedTitle")).isEqualTo("Đã có ý kiến chỉ đạo");
    assertThat(after.getString("report.directedText")).startsWith("Có 01 nội dung");
    after.setRootPath("groups[0].bodies[0].rows");
    assertThat(after.getList("collect { it.differences.size() }")).containsExactly(1, 0);
    assertThat(after.getList("collect { it.directed?.text }")).containsExactly(null, "Thống nhất.");
    assertThat(after.getList("collect { it.directed?.document }"))
        .containsExactly(null, "Thông báo số 215/TB-UBND");
    assertThat(after.getList("collect { it.directed?.date }")).containsExactly(null, "2021-09-20");
    String page =
        Api.as(Key.VIEWER)
            .accept("text/html")
            .get(plan.draftPath(1) + "/register?format=html")
            .asString();
    assertThat(page).contains("Đã có ý kiến chỉ đạo", "Thông báo số 215/TB-UBND ngày 20/9/2021");
  }

  @Test
  void anEmptyDraft() {
    Api.as(Key.VIEWER)
        .get(plan.draftPath(1) + "/register")
        .then()
        .body("groups", hasSize(0))
        .body("summary.comments", equalTo(0))
        .body("generatedBy", equalTo("UBND tỉnh (mẫu)"))
        .body("summary.asked", equalTo(0))
        .body("summary.unasked.bodies", equalTo(0))
        .spec(nulls("mark"));
  }

  @Test
  void submittersAreRefused() {
    Api.as(Key.SGTVT).get(plan.draftPath(1) + "/register").then().spec(problem(403, "forbidden"));
  }
}
