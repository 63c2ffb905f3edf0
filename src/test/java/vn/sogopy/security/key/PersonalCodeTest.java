package vn.sogopy.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.platform.sql.Sql;
import vn.sogopy.platform.text.VietnamTime;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestPlan;

/** Codes of people: what a COORDINATOR may do with them, and the replacement of a forgotten one. */
@QuarkusTest
class PersonalCodeTest {
  @Inject DataSource source;

  private TestPlan mine;
  private TestPlan other;

  /** A COORDINATOR of this plan only. */
  private String coordinator;

  @BeforeEach
  void plans() {
    mine = TestPlan.preparing();
    other = TestPlan.preparing();
    coordinator = key(json("name", "Điều phối", "role", "COORDINATOR", "plans", plans(mine)));
  }

  private static List<String> plans(TestPlan... plans) {
    return List.of(plans).stream().map(TestPlan::slug).toList();
  }

  private static String key(Map<String, Object> body) {
    return byAdmin(body).path("key");
  }

  private static Response byAdmin(Map<String, Object> body) {
    return post(Api.as(Key.ADMIN), body).statusCode(201).extract().response();
  }

  private static ValidatableResponse post(RequestSpecification as, Map<String, Object> body) {
    return as.body(body).post("/api-keys").then();
  }

  private Map<String, Object> code(String role) {
    return json(
        "name",
        "Người dùng " + role,
        "role",
        role,
        "organization",
        role.equals("SUBMITTER") ? "sgtvt" : null,
        "plans",
        plans(mine),
        "person",
        true);
  }

  private ValidatableResponse replace(String id) {
    return Api.as(coordinator).post("/api-keys/" + id + "/replacement").then();
  }

  private ValidatableResponse revoke(String id) {
    return Api.as(coordinator).delete("/api-keys/" + id).then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SUBMITTER", "CONSULTANT", "VIEWER"})
  void coordinatorMakesListsAndStops(String role) {
    Response made =
        post(Api.as(coordinator), with(code(role), "email", "a@example.org"))
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .header("Location", startsWith("/api/v1/api-keys/"))
            .body("person", equalTo(true))
            .body("email", equalTo("a@example.org"))
            .body("createdBy", equalTo("Điều phối"))
            .extract()
            .response();
    String id = made.path("id");
    Api.as(made.<String>path("key")).get("/me").then().body("role", equalTo(role));
    Api.as(coordinator)
        .get("/api-keys?count=true")
        .then()
        .body("items.id", equalTo(List.of(id)))
        .body("total", equalTo(1));
    revoke(id).statusCode(204);
    Api.wrong(made.<String>path("key")).get("/me").then().spec(problem(401, "unauthenticated"));
    Api.as(coordinator)
        .get("/api-keys")
        .then()
        .body("items[0].status", equalTo("REVOKED"))
        .spec(nulls("items[0].email"));
  }

  @Test
  void coordinatorOfAllPlansMakesCodesForAllPlans() {
    post(Api.as(Key.COORDINATOR), with(code("CONSULTANT"), "plans", null))
        .statusCode(201)
        .spec(nulls("plans"));
  }

  /** Of a leader; the coordinator sees restricted comments, too. */
  @Test
  void coordinatorGivesRestrictedComments() {
    post(Api.as(coordinator), with(code("VIEWER"), "readsRestricted", true))
        .statusCode(201)
        .body("readsRestricted", equalTo(true));
  }

  @Test
  void coordinatorMakesNothingElse() {
    for (String role : List.of("COORDINATOR", "ADMIN")) {
      post(Api.as(coordinator), code(role)).spec(problem(403, "forbidden"));
    }
    for (String role : List.of("SUBMITTER", "CONSULTANT", "VIEWER")) {
      post(Api.as(coordinator), with(code(role), "person", false)).spec(problem(403, "forbidden"));
      post(Api.as(coordinator), with(code(role), "person", null)).spec(problem(403, "forbidden"));
      for (List<String> plans : Arrays.asList(plans(other), plans(mine, other), null)) {
        post(Api.as(coordinator), with(code(role), "plans", plans)).spec(problem(403, "forbidden"));
      }
    }
    Api.as(coordinator).get("/api-keys").then().body("items", hasSize(0));
  }

  /** Keys of systems, codes of other roles and codes of other plans are not there. */
  @Test
  void coordinatorFindsNothingElse() {
    List<Map<String, Object>> hidden =
        List.of(
            with(code("VIEWER"), "person", false),
            code("COORDINATOR"),
            code("ADMIN"),
            with(code("VIEWER"), "plans", plans(other)),
            with(code("VIEWER"), "plans", plans(mine, other)),
            with(code("VIEWER"), "plans", null));
    for (Map<String, Object> body : hidden) {
      Response made = byAdmin(body);
      String id = made.path("id");
      revoke(id).spec(problem(404, "not-found"));
      replace(id).spec(problem(404, "not-found"));
      Api.as(made.<String>path("key")).get("/me").then().statusCode(200);
      Api.as(coordinator).get("/api-keys").then().body("items", hasSize(0));
    }
    replace(UUID.randomUUID().toString()).spec(problem(404, "not-found"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"CONSULTANT", "VIEWER", "SGTVT"})
  void otherRolesMayNot(Key key) {
    String id = byAdmin(code("VIEWER")).path("id");
    Api.as(key).get("/api-keys").then().spec(problem(403, "forbidden"));
    post(Api.as(key), code("VIEWER")).spec(problem(403, "forbidden"));
    Api.as(key).post("/api-keys/" + id + "/replacement").then().spec(problem(403, "forbidden"));
    Api.as(key).delete("/api-keys/" + id).then().spec(problem(403, "forbidden"));
  }

  @Test
  void forgottenCodeIsReplaced() {
    Map<String, Object> body = with(code("SUBMITTER"), "email", "a@example.org");
    Response old =
        post(Api.as(coordinator), with(body, "expiresOn", "2099-12-31"))
            .statusCode(201)
            .extract()
            .response();
    String before = old.path("key");
    Api.as(before).get("/me").then().statusCode(200);
    Response made =
        replace(old.path("id"))
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .header("Location", not(containsString(old.path("id"))))
            .extract()
            .response();
    String now = made.path("key");
    assertThat(now).isNotEqualTo(before);
    for (String same :
        List.of(
            "name", "role", "organization", "client", "plans", "expiresOn", "person", "email")) {
      assertThat(made.<Object>path(same)).as(same).isEqualTo(old.path(same));
    }
    Api.wrong(before).get("/me").then().spec(problem(401, "unauthenticated"));
    Api.as(now).get("/me").then().body("organization", equalTo("sgtvt"));
    replace(old.path("id")).spec(problem(409, "key-ended"));
    revoke(made.path("id")).statusCode(204);
    replace(made.path("id")).spec(problem(409, "key-ended"));
  }

  /** The client stays: it is what the externalIds of the system are unique within. */
  @Test
  void adminReplacesTheKeyOfASystem() {
    String name = "Hệ thống " + UUID.randomUUID();
    Response old = byAdmin(json("name", name, "role", "SUBMITTER", "organization", "sxd"));
    Response made =
        Api.as(Key.ADMIN)
            .post("/api-keys/" + old.path("id") + "/replacement")
            .then()
            .statusCode(201)
            .body("client", equalTo(old.path("client")))
            .extract()
            .response();
    assertThat(made.<String>path("prefix")).isNotEqualTo(old.path("prefix"));
    Api.wrong(old.<String>path("key")).get("/me").then().spec(problem(401, "unauthenticated"));
    // The list from which it was made can be sent again.
    Api.as(Key.ADMIN)
        .contentType("text/csv")
        .body(
            ("name,role,organization\n" + name + ",SUBMITTER,sxd\n")
                .getBytes(StandardCharsets.UTF_8))
        .post("/api-keys")
        .then()
        .statusCode(200)
        .body("unchanged", equalTo(1));
  }

  @Test
  void expiredCodeIsNotReplaced() {
    String id = byAdmin(code("VIEWER")).path("id");
    Sql.of(
            "update api_key set expires_on = ? where id = ?",
            VietnamTime.today().minusDays(1),
            UUID.fromString(id))
        .execute(source);
    replace(id).spec(problem(409, "key-ended"));
  }

  /** Of several at the same time one makes a code; for the others it has ended. */
  @Test
  void oneConcurrentReplacementWins() throws Exception {
    String path = "/api-keys/" + byAdmin(code("VIEWER")).path("id") + "/replacement";
    List<Response> answers = Race.of(6, i -> Api.as(coordinator).post(path));
    assertThat(answers.stream().map(Response::statusCode).sorted())
        .containsExactly(201, 409, 409, 409, 409, 409);
  }

  @Test
  void replacementIsNotReplayed() {
    String id = byAdmin(code("VIEWER")).path("id");
    Api.wrong(coordinator)
        .header("Idempotency-Key", "k")
        .post("/api-keys/" + id + "/replacement")
        .then()
        .spec(badHeader("Idempotency-Key", "not-supported"));
    replace(id).statusCode(201);
  }

  @ParameterizedTest
  @CsvSource({
    "true, nobody, invalid-format",
    "true, a b@example.org, invalid-format",
    "true, a@b@c, invalid-format",
    "false, a@example.org, not-supported",
  })
  void invalidEmails(boolean person, String email, String code) {
    Map<String, Object> body = with(with(code("VIEWER"), "person", person), "email", email);
    post(Api.wrong(Key.ADMIN), body).spec(badField("/email", code));
  }

  @Test
  void longEmails() {
    String domain = "@" + "b".repeat(189);
    post(Api.as(Key.ADMIN), with(code("VIEWER"), "email", "a".repeat(64) + domain)).statusCode(201);
    post(Api.wrong(Key.ADMIN), with(code("VIEWER"), "email", "a".repeat(65) + domain))
        .spec(badField("/email", "too-long"));
  }

  @Test
  void aPersonHasNoClientOfAnother() {
    post(Api.as(Key.ADMIN), with(code("VIEWER"), "client", "c-" + UUID.randomUUID()))
        .spec(badField("/client", "not-supported"));
  }

  /** A list of people, as of 70 bodies; keys of systems among them are refused as a whole. */
  @Test
  void coordinatorSendsAList() {
    String list =
        "Tên khóa;Vai trò;Mã cơ quan;Quy hoạch;Người dùng;Email\n"
            + "An;Góp ý;sxd;%1$s;x;an@example.org\nBình;Tư vấn;;%1$s;x;\n".formatted(mine.slug());
    table(list)
        .statusCode(200)
        .body("created", equalTo(2))
        .body("keys.person", equalTo(List.of(true, true)))
        .body("keys[0].email", equalTo("an@example.org"));
    table(list).statusCode(200).body("created", equalTo(0)).body("unchanged", equalTo(2));
    table(list.replace("an@example.org", "khac@example.org"))
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].column", equalTo("Email"));
    table(list + "Hệ thống;Tư vấn;;" + mine.slug() + ";;\n").spec(problem(403, "forbidden"));
    table(list + "Chi;Điều phối;;" + mine.slug() + ";x;\n").spec(problem(403, "forbidden"));
    table(list + "Chi;Tư vấn;;;x;\n").spec(problem(403, "forbidden"));
    table(list + "Chi;Trưởng phòng;;" + mine.slug() + ";x;\n")
        .spec(problem(422, "import-rejected"))
        .body("report.rows[0].errors[0].code", equalTo("invalid-enum"));
    Api.as(coordinator).get("/api-keys").then().body("items", hasSize(2));
  }

  private ValidatableResponse table(String text) {
    return Api.as(coordinator)
        .contentType("text/csv")
        .body(text.getBytes(StandardCharsets.UTF_8))
        .post("/api-keys")
        .then();
  }
}
