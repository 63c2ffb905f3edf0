package vn.sogopy.interchange.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.interchange.phrase.PhraseService.PhraseView;
import vn.sogopy.plan.PlanDirectory;
import vn.sogopy.security.Caller;
import vn.sogopy.security.Role;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class PhraseTest {
  @Inject PhraseService service;
  @Inject PlanDirectory directory;

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse add(String text, String result) {
    return Api.as(Key.CONSULTANT)
        .body(json("text", text, "result", result))
        .post(plan.path() + "/phrases")
        .then();
  }

  private ValidatableResponse list(Key key) {
    return Api.as(key).get(plan.path() + "/phrases").then().statusCode(200);
  }

  private TestComment answer(String response) {
    return plan.comment("x").answer(json("result", "EXPLAINED", "response", response));
  }

  @Test
  void addReadAndDelete() {
    String location =
        add("  Tiếp thu, đã chỉnh sửa tại trang …\r\n", "ACCEPTED")
            .statusCode(201)
            .body("text", equalTo("Tiếp thu, đã chỉnh sửa tại trang …"))
            .body("result", equalTo("ACCEPTED"))
            .body("uses", equalTo(0))
            .body("addedBy", equalTo("Đơn vị tư vấn (mẫu)"))
            .extract()
            .header("Location")
            .substring("/api/v1".length());
    Api.as(Key.VIEWER).get(location).then().statusCode(200).body("result", equalTo("ACCEPTED"));
    Api.as(Key.COORDINATOR).delete(location).then().spec(problem(428, "precondition-required"));
    delete(location, "\"7\"").spec(problem(412, "precondition-failed"));
    String tag = Api.as(Key.VIEWER).get(location).then().extract().header("ETag");
    delete(location, tag).statusCode(204);
    delete(location, tag).spec(problem(404, "not-found"));
    Api.as(Key.VIEWER).get(location).then().spec(problem(404, "not-found"));
    list(Key.VIEWER).body("items", hasSize(0));
  }

  private static ValidatableResponse delete(String location, String tag) {
    return Api.as(Key.COORDINATOR).header("If-Match", tag).delete(location).then();
  }

  @Test
  void usedPhraseStays() {
    String location =
        plan.path() + "/phrases/" + add("Giữ nguyên như dự thảo", null).extract().path("id");
    TestComment answered = answer("Giữ nguyên như dự thảo.");
    delete(location, "*")
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-answers"))
        .body("errors[0].detail", equalTo("Còn 1 nội dung trả lời dùng câu mẫu này."));
    list(Key.VIEWER).body("items", hasSize(1));
    answered.answer(json("result", "EXPLAINED", "response", "Khác"));
    delete(location, "*").statusCode(204);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tiếp thu, đã chỉnh sửa tại trang …, mục …",
        "tiếp thu; đã chỉnh sửa tại trang ....., mục ....",
        "TIẾP THU - đã  chỉnh sửa tại trang ___ (mục ___).",
        "Tiê\u0301p thu, đa\u0303 chỉnh sửa tại trang …, mục …"
      })
  void equalTextIsOnePhrase(String again) {
    String id = add("Tiếp thu, đã chỉnh sửa tại trang …, mục …", null).extract().path("id");
    add(again, null).statusCode(200).body("id", equalTo(id)).header("Location", nullValue());
    list(Key.CONSULTANT).body("items", hasSize(1));
  }

  @Test
  void accentsPlacesAndResultsDistinguish() {
    add("Giữ nguyên như dự thảo", null).statusCode(201);
    add("Giu nguyen nhu du thao", null).statusCode(201);
    add("Giữ nguyên … như dự thảo", null).statusCode(201);
    add("Giữ nguyên như dự thảo", "EXPLAINED").statusCode(201);
    add("Giữ nguyên như dự thảo", "NOTED").statusCode(201);
    TestPlan other = TestPlan.open();
    Api.as(Key.COORDINATOR)
        .body(json("text", "Giữ nguyên như dự thảo"))
        .post(other.path() + "/phrases")
        .then()
        .statusCode(201);
    list(Key.CONSULTANT).body("items", hasSize(5));
  }

  /** Without the signs, the phrases of each pair would be equal. */
  @Test
  void punctuationDistinguishes() {
    for (String text : List.of("1", "1\\", "tăng < 5 %", "tăng > 5 %", "tăng 5", "a/b", "a b")) {
      add(text, null).statusCode(201).body("text", equalTo(text));
      add(text, null).statusCode(200).body("text", equalTo(text));
    }
    add("Tăng: <5%.", null).statusCode(200).body("text", equalTo("tăng < 5 %"));
    list(Key.CONSULTANT).body("items", hasSize(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tiếp thu, đã chỉnh sửa tại trang 48, mục V.1 Báo cáo tổng hợp. | true",
        "TIẾP THU: đã chỉnh sửa tại trang 48 và 49; mục V.1 | true",
        "Thống nhất. Tiếp thu, đã chỉnh sửa tại trang 48, mục V.1 | true",
        "Tiếp thu, đã chỉnh sửa tại trang, mục V.1 | false", // nothing was filled in
        "Tiếp thu, đã chỉnh sửa tại mục V.1, trang 48 | false",
        "Không tiếp thuận, đã chỉnh sửa tại trang 4, mục 5 | false", // whole words
        "Tiep thu, da chinh sua tai trang 48, muc V.1 | false",
        "Tiếp thu | false"
      })
  void usesCountAnswersWithTheFixedText(String response, boolean uses) {
    add("Tiếp thu, đã chỉnh sửa tại trang …, mục …", null);
    answer(response);
    list(Key.CONSULTANT).body("items[0].uses", equalTo(uses ? 1 : 0));
  }

  @Test
  void percentAndUnderscoreAreLiteral() {
    add("đạt 100% kế_hoạch", null);
    answer("đạt 100 phần trăm kế hoạch");
    answer("đạt 100% kế hoạch");
    list(Key.CONSULTANT).body("items[0].uses", equalTo(1));
  }

  @Test
  void withdrawnAndInvisibleAreNotCounted() {
    add("Giữ nguyên như dự thảo", null);
    answer("Giữ nguyên như dự thảo");
    answer("Giữ nguyên như dự thảo.").withdraw("Nhầm");
    plan.comment(Key.SGTVT, json("content", "mật", "restricted", true))
        .answer(json("result", "EXPLAINED", "response", "Giữ nguyên như dự thảo!"));
    list(Key.CONSULTANT).body("items[0].uses", equalTo(2));
    list(Key.VIEWER).body("items[0].uses", equalTo(1));
  }

  @Test
  void vietnameseOrderAndPaging() {
    for (String text : List.of("Ở", "Đã có", "Da", "Ăn", "An", "Ôn", "On")) {
      add(text, null);
    }
    list(Key.VIEWER).body("items.text", contains("An", "Ăn", "Da", "Đã có", "On", "Ôn", "Ở"));
    String next =
        Api.as(Key.VIEWER)
            .queryParam("limit", 3)
            .queryParam("count", true)
            .get(plan.path() + "/phrases")
            .then()
            .body("total", equalTo(7))
            .extract()
            .path("next");
    Api.as(Key.VIEWER)
        .queryParam("limit", 3)
        .queryParam("cursor", next)
        .get(plan.path() + "/phrases")
        .then()
        .body("items.text", contains("Đã có", "On", "Ôn"));
  }

  @Test
  void worklistHasTheMostUsed() {
    add("An", null);
    add("Giữ nguyên", null);
    add("Ghi nhận", null);
    answer("Giữ nguyên");
    Caller caller = new Caller("x", "x", Role.CONSULTANT, null, null);
    UUID id = directory.plan(caller, plan.slug());
    assertThat(service.mostUsed(caller, id, 2))
        .extracting(PhraseView::text)
        .containsExactly("Giữ nguyên", "An");
  }

  @Test
  void invalidPhrases() {
    for (String text : List.of("…", "... , ...", "?")) {
      Api.as(Key.CONSULTANT)
          .body(json("text", text))
          .post(plan.path() + "/phrases")
          .then()
          .spec(badField("/text", "required"));
    }
    Api.wrong(Key.CONSULTANT)
        .body(json("text", "x".repeat(501)))
        .post(plan.path() + "/phrases")
        .then()
        .spec(badField("/text", "too-long"));
    // The maximum length, in characters of four bytes.
    add("𝒙".repeat(500), null).statusCode(201);
    add("Ậ ".repeat(250), null).statusCode(201);
    Api.wrong(Key.CONSULTANT)
        .body(json("text", "x", "result", "MAYBE"))
        .post(plan.path() + "/phrases")
        .then()
        .spec(badField("/result", "invalid-enum"));
  }

  @Test
  void rolesOfPhrases() {
    for (Key key : List.of(Key.SGTVT, Key.ADMIN)) {
      Api.as(key).get(plan.path() + "/phrases").then().spec(problem(403, "forbidden"));
    }
    for (Key key : List.of(Key.SGTVT, Key.ADMIN, Key.VIEWER)) {
      Api.as(key)
          .body(json("text", "x"))
          .post(plan.path() + "/phrases")
          .then()
          .spec(problem(403, "forbidden"));
      Api.as(key)
          .delete(plan.path() + "/phrases/" + UUID.randomUUID())
          .then()
          .spec(problem(403, "forbidden"));
    }
    String ofAnother = add("x", null).extract().path("id");
    TestPlan other = TestPlan.open();
    Api.as(Key.COORDINATOR)
        .delete(other.path() + "/phrases/" + ofAnother)
        .then()
        .spec(problem(404, "not-found"));
    Api.as(Key.COORDINATOR).get("/plans/khong-co/phrases").then().spec(problem(404, "not-found"));
  }

  @Test
  void concurrentAdditionIsOnePhrase() throws Exception {
    List<Integer> statuses =
        Race.of(
            4,
            runner ->
                add("Giữ nguyên như dự thảo" + ".".repeat(runner), null).extract().statusCode());
    assertThat(statuses).containsExactlyInAnyOrder(201, 200, 200, 200);
  }

  @Test
  void sampleHasUsedPhrases() {
    Api.as(Key.CONSULTANT)
        .get("/plans/bac-kan-2021-2030/phrases")
        .then()
        .statusCode(200)
        .body("items", hasSize(8))
        .body("items.find { it.text.endsWith('đã bổ sung …') }.uses", greaterThan(1))
        .body("items.find { it.result == 'EXPLAINED' }.uses", greaterThan(1));
  }
}
