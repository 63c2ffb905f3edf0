package vn.sogopy.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestPlan;

/** A VIEWER with {@code readsRestricted} sees what the consultant sees, and changes nothing. */
@QuarkusTest
class RestrictedReaderTest {
  private static final String WORD = "Zanzibar";

  private TestPlan plan;
  private TestComment hidden;
  private String leader;

  @BeforeEach
  void round() {
    plan = TestPlan.open();
    plan.comment("Mở đường");
    hidden =
        plan.comment(Key.SGTVT, json("content", "Tuyến đường mật " + WORD, "restricted", true));
    leader = key(json("name", "Lãnh đạo UBND tỉnh", "role", "VIEWER", "readsRestricted", true));
  }

  private static String key(Map<String, Object> input) {
    return Api.as(Key.ADMIN)
        .body(input)
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private String edition() {
    return "/editions/"
        + Api.as(Key.COORDINATOR)
            .body(json("allowUnanswered", true))
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void theRightIsShown() {
    Api.as(leader).get("/me").then().body("readsRestricted", equalTo(true));
    Api.as(Key.VIEWER).get("/me").then().body("readsRestricted", equalTo(false));
    Api.as(Key.CONSULTANT).get("/me").then().body("readsRestricted", equalTo(true));
    Api.as(Key.ADMIN)
        .body(json("name", "x", "role", "VIEWER", "readsRestricted", true))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .body("readsRestricted", equalTo(true));
    // The oldest keys come first.
    Api.as(Key.ADMIN)
        .get("/api-keys")
        .then()
        .body("items.find { it.name == 'UBND tỉnh (mẫu)' }.readsRestricted", equalTo(false));
  }

  @Test
  void restrictedCommentsAreRead() {
    Api.as(leader).get(hidden.path()).then().statusCode(200).body("restricted", equalTo(true));
    Api.as(leader).get(hidden.path() + "/history").then().statusCode(200);
    Api.as(leader).get(plan.comments()).then().body("items", hasSize(2));
    Api.as(Key.VIEWER).get(plan.comments()).then().body("items", hasSize(1));
    Api.as(leader)
        .get(plan.draftPath(1) + "/statistics")
        .then()
        .body("total", equalTo(of(Key.CONSULTANT.secret(), "/statistics").get("total")));
  }

  private Map<String, Object> of(String secret, String path) {
    return Api.as(secret).get(plan.draftPath(1) + path).then().statusCode(200).extract().path("$");
  }

  @Test
  void registerAndEditionAreWhole() {
    assertThat(text(leader, plan.draftPath(1) + "/register?format=csv")).contains(WORD);
    String edition = edition();
    assertThat(text(leader, edition + "/register?format=csv"))
        .contains(WORD)
        .isEqualTo(text(Key.CONSULTANT.secret(), edition + "/register?format=csv"));
    assertThat(text(Key.VIEWER.secret(), edition + "/register?format=csv")).doesNotContain(WORD);
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post(edition + "/issuance")
        .then()
        .statusCode(200);
    String copy =
        TestForm.as(Key.COORDINATOR)
            .body(
                TestForm.of(
                    TestForm.part("file", "ky.pdf", TestForm.text("%PDF-1.4\nbản ký\n%%EOF\n"))))
            .post(edition + "/signed-copies")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Api.as(leader).accept("*/*").get(edition + "/signed-copies/" + copy).then().statusCode(200);
    Api.as(Key.VIEWER)
        .accept("*/*")
        .get(edition + "/signed-copies/" + copy)
        .then()
        .spec(problem(404, "not-found"));
  }

  private static String text(String secret, String path) {
    byte[] file =
        Api.as(secret).accept("*/*").get(path).then().statusCode(200).extract().asByteArray();
    return new String(file, StandardCharsets.UTF_8);
  }

  @Test
  void nothingElseIsAllowed() {
    Api.as(leader)
        .header("If-Match", "*")
        .body(json("assignee", "x"))
        .put(hidden.path() + "/assignment")
        .then()
        .spec(problem(403, "forbidden"));
    Api.as(leader).get("/audit").then().spec(problem(403, "forbidden"));
  }

  /** A list of keys has a column for it. */
  @Test
  void listOfKeys() {
    String csv =
        "Tên khóa;Vai trò;Xem ý kiến hạn chế\nLãnh đạo %s;VIEWER;x\nChuyên viên %s;VIEWER;\n"
            .formatted(plan.slug(), plan.slug());
    Api.wrong(Key.ADMIN)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/api-keys")
        .then()
        .statusCode(200)
        .body("keys.readsRestricted", equalTo(java.util.List.of(true, false)));
    String wrong = csv.replace("VIEWER;x", "CONSULTANT;x");
    Api.wrong(Key.ADMIN)
        .contentType("text/csv")
        .body(wrong.replace("Lãnh đạo", "Tổ trưởng").getBytes(StandardCharsets.UTF_8))
        .post("/api-keys")
        .then()
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].column", containsString("hạn chế"))
        .body("report.rows[0].errors[0].code", equalTo("not-supported"));
  }
}
