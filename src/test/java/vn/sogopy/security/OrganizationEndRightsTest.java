package vn.sogopy.security;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** The key of a successor has rights in every plan: a key of some plans names no successors. */
@QuarkusTest
class OrganizationEndRightsTest {
  private String old;
  private String heir;

  @BeforeEach
  void organizations() {
    old = TestOrganization.make("Sở Giao thông thử");
    heir = TestOrganization.make("Sở Xây dựng thử");
  }

  private static String bound(String role) {
    return Api.as(Key.ADMIN)
        .body(json("name", "x", "role", role, "plans", List.of(TestPlan.open().slug())))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }

  private ValidatableResponse patch(String key, Map<String, Object> patch) {
    return Api.as(key)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/organizations/" + old)
        .then();
  }

  private static ValidatableResponse send(String key, String csv) {
    return Api.wrong(key)
        .contentType("text/csv")
        .body(csv.getBytes(StandardCharsets.UTF_8))
        .post("/organizations")
        .then();
  }

  @ParameterizedTest
  @ValueSource(strings = {"COORDINATOR", "ADMIN"})
  void keyOfSomePlansEndsNoOrganization(String role) {
    String key = bound(role);
    patch(key, json("dissolvedOn", TestOrganization.PAST, "successors", List.of(heir)))
        .spec(problem(403, "all-plans-needed"))
        .body("detail", containsString("ADMIN hoặc COORDINATOR có quyền với mọi quy hoạch"));
    patch(key, json("dissolvedOn", "2190-01-01")).spec(problem(403, "all-plans-needed"));
    TestOrganization.get(old)
        .header("ETag", equalTo("\"0\""))
        .body("successors", empty())
        .spec(nulls("dissolvedOn"));
    patch(key, json("order", 7)).statusCode(200).body("order", equalTo(7));
  }

  @Test
  void keyOfSomePlansChangesNoEnd() {
    String key = bound("COORDINATOR");
    TestOrganization.end(old, heir);
    for (Map<String, Object> change :
        List.<Map<String, Object>>of(
            json("successors", List.of()),
            json("dissolvedOn", "2025-07-02"),
            json("dissolvedOn", null, "successors", null),
            json("dissolutionBasis", "Nghị quyết (minh họa)"))) {
      patch(key, change).spec(problem(403, "all-plans-needed"));
    }
    patch(key, json("name", "Sở cũ", "dissolvedOn", TestOrganization.PAST)).statusCode(200);
    TestOrganization.get(old).body("name", equalTo("Sở cũ")).body("successors", contains(heir));
  }

  @Test
  void keyOfSomePlansMakesNoEndedOrganization() {
    String key = bound("COORDINATOR");
    Map<String, Object> made =
        json("code", "o-" + UUID.randomUUID(), "name", "Sở", "group", "COMMUNITY", "order", 1);
    Api.as(key)
        .body(with(made, "dissolvedOn", TestOrganization.PAST))
        .post("/organizations")
        .then()
        .spec(problem(403, "all-plans-needed"));
    Api.as(key).body(made).post("/organizations").then().statusCode(201);
  }

  @Test
  void keyOfSomePlansSendsNoEndInATable() {
    String key = bound("COORDINATOR");
    String row = "Mã,Thứ tự,Kết thúc hoạt động từ ngày,Cơ quan kế thừa\n" + old + ",7,";
    send(key, row + "01/7/2025," + heir + "\n").spec(problem(403, "all-plans-needed"));
    TestOrganization.get(old).header("ETag", equalTo("\"0\""));
    send(key, row + ",\n").statusCode(200).body("updated", equalTo(1));
    // The cells of an unchanged end may be filled.
    TestOrganization.end(old, heir);
    send(key, row.replace(",7,", ",8,") + "01/7/2025," + heir + "\n")
        .statusCode(200)
        .body("updated", equalTo(1));
    TestOrganization.get(old).body("order", equalTo(8)).body("successors", contains(heir));
  }
}
