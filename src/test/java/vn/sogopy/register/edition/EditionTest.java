package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.platform.text.Sha256;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Sealing a register; the edition does not change afterwards. */
@QuarkusTest
class EditionTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse trySeal(Map<String, Object> input) {
    return trySeal(Key.COORDINATOR, input);
  }

  private ValidatableResponse trySeal(Key key, Map<String, Object> input) {
    return Api.as(key).body(input).post(plan.draftPath(1) + "/editions").then();
  }

  /** Seals without conditions on completeness; returns the path of the edition. */
  private String seal() {
    return "/editions/"
        + trySeal(json("allowUnanswered", true, "allowUnplaced", true))
            .statusCode(201)
            .extract()
            .path("id");
  }

  private static ValidatableResponse edition(String path) {
    return Api.as(Key.COORDINATOR).get(path).then().statusCode(200);
  }

  private static Response register(String path, String query) {
    return register(Key.COORDINATOR, path, query);
  }

  private static Response register(Key key, String path, String query) {
    return Api.as(key).accept("*/*").get(path + "/register" + query);
  }

  @Test
  void readyDraftIsSealed() {
    TestComment comment = plan.comment("Đề nghị bổ sung").answer("ACCEPTED").approve();
    ValidatableResponse sealed =
        trySeal(json("note", "Trình lần 1"))
            .statusCode(201)
            .body("number", equalTo(1))
            .body("note", equalTo("Trình lần 1"))
            .body("comments", equalTo(1))
            .body("unanswered", equalTo(0))
            .body("unplaced", equalTo(0))
            .body("intact", equalTo(true))
            .body("digest", matchesPattern("[0-9a-f]{64}"))
            .body("verificationCode", matchesPattern("([0-9A-F]{4}-){3}[0-9A-F]{4}"))
            .body("sealedBy", notNullValue())
            .body("files.format", contains("JSON", "JSON"))
            .spec(nulls("issuance"));
    String id = sealed.extract().path("id");
    assertThat(sealed.extract().header("Location")).isEqualTo("/api/v1/editions/" + id);
    comment.get().body("sealedIn", contains(id));
    Api.as(Key.VIEWER)
        .get(plan.draftPath(1) + "/editions?count=true")
        .then()
        .body("items.id", contains(id))
        .body("total", equalTo(1));
  }

  @Test
  void digestIsOfTheCanonicalJson() {
    plan.comment("x").answer("ACCEPTED").approve();
    String path = seal();
    Response frozen = register(path, "?format=json");
    assertThat(Sha256.hex(frozen.asByteArray()))
        .isEqualTo(edition(path).extract().<String>path("digest"));
    assertThat(frozen.<List<String>>path("groups.bodies.flatten().rows.flatten().content"))
        .containsExactly("x");
  }

  @Test
  void missingItemsAreNamed() {
    TestComment open = plan.comment("chưa trả lời");
    TestComment promised =
        plan.comment("hứa").answer(json("result", "ACCEPTED", "response", "Sẽ sửa.")).approve();
    trySeal(json())
        .spec(problem(409, "edition-not-ready"))
        .body("blockers.code", contains("unanswered", "unplaced"))
        .body("blockers.id", contains(open.id(), promised.id()))
        .body("blockers.label", contains("1.1", "1.2"));
    trySeal(json("allowUnanswered", true)).body("blockers.id", contains(promised.id()));
    trySeal(json("allowUnplaced", true)).body("blockers.id", contains(open.id()));
    Api.as(Key.VIEWER).get(plan.draftPath(1) + "/editions").then().body("items", empty());
    trySeal(json("allowUnanswered", true, "allowUnplaced", true))
        .statusCode(201)
        .body("unanswered", equalTo(1))
        .body("unplaced", equalTo(1));
  }

  @Test
  void withdrawnCommentsAreNotMissing() {
    plan.comment("nhầm").withdraw("Nhầm");
    trySeal(json()).statusCode(201).body("comments", equalTo(0));
  }

  @Test
  void preparingDraftIsNotSealed() {
    plan = TestPlan.preparing();
    trySeal(json()).spec(problem(409, "draft-preparing"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"CONSULTANT", "VIEWER", "SGTVT", "ADMIN"})
  void onlyTheCoordinatorSeals(Key key) {
    trySeal(key, json()).spec(problem(403, "forbidden"));
  }

  @Test
  void submittersAreRefused() {
    String path = seal();
    for (String url : List.of(path, path + "/register", plan.draftPath(1) + "/editions")) {
      Api.as(Key.SGTVT).get(url).then().spec(problem(403, "forbidden"));
    }
  }

  @Test
  void editionIsIndependentOfLaterChanges() {
    TestComment comment = plan.comment("x").answer("ACCEPTED").approve();
    String first = seal();
    byte[] before = register(first, "?format=json").asByteArray();

    comment.giveBack("Xem lại").answer(json("result", "EXPLAINED", "response", "Giữ nguyên."));
    comment.approve();
    plan.comment("mới");
    String second = seal();

    assertThat(register(first, "?format=json").asByteArray()).isEqualTo(before);
    edition(second).body("number", equalTo(2));
    Api.as(Key.VIEWER)
        .queryParam("against", first.substring("/editions/".length()))
        .get(second + "/diff")
        .then()
        .statusCode(200)
        .body("before.number", equalTo(1))
        .body("after.number", equalTo(2))
        .body("came.content", contains("mới"))
        .body("went", empty())
        .body("changed.id", contains(comment.id()))
        .body("changed[0].fields.column", hasItem("Kết quả xử lý"))
        .body("changed[0].fields.before", hasItem("Tiếp thu"))
        .body("changed[0].fields.after", hasItem("Giải trình, giữ nguyên dự thảo"));
  }

  @Test
  void repeatedFormIsByteIdentical() {
    plan.comment("x").answer("ACCEPTED").approve();
    String path = seal();
    for (String query : List.of("?format=csv", "?format=csv&public=true", "?view=section")) {
      Response one = register(path, query);
      one.then().statusCode(200);
      assertThat(register(path, query).asByteArray()).isEqualTo(one.asByteArray());
      assertThat(one.header("ETag")).isEqualTo('"' + Sha256.hex(one.asByteArray()) + '"');
      Api.as(Key.COORDINATOR)
          .accept("*/*")
          .header("If-None-Match", one.header("ETag"))
          .get(path + "/register" + query)
          .then()
          .statusCode(304);
    }
    edition(path).body("files", hasSize(5)).body("intact", equalTo(true));
  }

  @Test
  void concurrentRequestsRenderOnce() throws Exception {
    plan.comment("x").answer("ACCEPTED").approve();
    String path = seal();
    List<String> made =
        Race.of(6, runner -> Sha256.hex(register(path, "?format=csv").asByteArray()));
    assertThat(made).hasSize(6).containsOnly(made.get(0));
    edition(path).body("files.findAll { it.format == 'CSV' }", hasSize(1));
  }

  @Test
  void otherFiltersAreRefused() {
    String path = seal();
    Api.wrong(Key.COORDINATOR)
        .get(path + "/register?section=V.1")
        .then()
        .spec(badParameter("section", "unknown-parameter"));
  }

  @Test
  void issuanceIsDoneOnce() {
    String path = seal();
    String digest = edition(path).extract().path("digest");
    byte[] json = register(path, "?format=json").asByteArray();
    ValidatableResponse issued =
        Api.as(Key.COORDINATOR)
            .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
            .post(path + "/issuance")
            .then()
            .statusCode(200)
            .body("issuance.reportNumber", equalTo("126"))
            .body("issuance.reportDate", equalTo("2021-10-05"))
            .body("intact", equalTo(true))
            .body("digest", equalTo(digest));
    assertThat(issued.extract().header("ETag")).isNotNull();
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "127", "reportDate", "2021-10-06"))
        .post(path + "/issuance")
        .then()
        .spec(problem(409, "edition-issued"));
    assertThat(register(path, "?format=json").asByteArray()).isEqualTo(json);
    Api.wrong(Key.COORDINATOR)
        .body(json("reportDate", "2021-10-05"))
        .post(seal() + "/issuance")
        .then()
        .spec(badField("/reportNumber", "required"));
  }

  @Test
  void viewerGetsThePublicForm() {
    plan.comment("mở");
    plan.comment(
        Key.SGTVT,
        json(
            "content",
            "kín đáo",
            "restricted",
            true,
            "author",
            json("fullName", "Nguyễn Văn A", "position", "Chuyên viên")));
    String path = seal();
    assertThat(register(Key.CONSULTANT, path, "?format=csv").asString()).contains("mở", "kín đáo");
    Response open = register(Key.VIEWER, path, "?format=csv");
    assertThat(open.asString()).contains("mở").doesNotContain("kín đáo");
    assertThat(register(Key.COORDINATOR, path, "?format=csv&public=true").asByteArray())
        .isEqualTo(open.asByteArray());
    register(Key.VIEWER, path, "?public=false").then().spec(problem(403, "forbidden"));
    Response json = register(Key.VIEWER, path, "");
    assertThat(json.<Integer>path("restrictedLeftOut")).isOne();
    assertThat(json.asString()).doesNotContain("kín đáo", "Nguyễn Văn A");
  }

  @Test
  void concurrentSealing() throws Exception {
    for (int i = 0; i < 30; i++) {
      plan.comment("ý kiến " + i);
    }
    List<Response> answers =
        Race.of(2, runner -> trySeal(json("allowUnanswered", true)).extract().response());
    List<Response> won = answers.stream().filter(a -> a.statusCode() == 201).toList();
    List<Response> lost = answers.stream().filter(a -> a.statusCode() != 201).toList();
    // A request may come so late that it seals another edition. Each edition has its own number.
    assertThat(won.stream().map(a -> a.<Integer>path("number"))).doesNotHaveDuplicates();
    for (Response answer : lost) {
      answer.then().spec(problem(409, "edition-sealed-meanwhile"));
      assertThat(answer.header("Location"))
          .isEqualTo("/api/v1/editions/" + won.get(0).<String>path("id"));
    }
  }

  @Test
  void unknownEdition() {
    String nowhere = "/editions/" + UUID.randomUUID();
    for (String url : List.of(nowhere, nowhere + "/register", nowhere + "/signed-copies/x")) {
      Api.as(Key.COORDINATOR).get(url).then().spec(problem(404, "not-found"));
    }
    Api.as(Key.COORDINATOR)
        .get(seal() + "/diff?against=" + UUID.randomUUID())
        .then()
        .spec(problem(404, "not-found"));
  }

  @Test
  void retrySealsOnce() {
    String key = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      Api.as(Key.COORDINATOR)
          .header("Idempotency-Key", key)
          .body(json())
          .post(plan.draftPath(1) + "/editions")
          .then()
          .statusCode(201)
          .body("number", equalTo(1));
    }
  }
}
