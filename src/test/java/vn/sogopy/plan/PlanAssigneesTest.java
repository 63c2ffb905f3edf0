package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The people who work on the comments of a plan. */
@QuarkusTest
class PlanAssigneesTest {
  private static final Map<String, Object> AN =
      json("name", "Nguyễn Văn An", "email", "an@example.org", "sections", List.of("V.1", "BĐ"));

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private String path() {
    return plan.path() + "/assignees";
  }

  @SafeVarargs
  private ValidatableResponse put(Map<String, Object>... people) {
    return put("*", people);
  }

  @SafeVarargs
  private ValidatableResponse put(String ifMatch, Map<String, Object>... people) {
    return put(Api.as(Key.COORDINATOR), ifMatch, people);
  }

  /** Against the contract. */
  private ValidatableResponse wrong(Map<String, Object> person) {
    return put(Api.wrong(Key.COORDINATOR), "*", person);
  }

  @SafeVarargs
  private ValidatableResponse put(
      RequestSpecification caller, String ifMatch, Map<String, Object>... people) {
    return caller
        .header("If-Match", ifMatch)
        .body(json("items", List.of(people)))
        .put(path())
        .then();
  }

  private ValidatableResponse list(Key key) {
    return Api.as(key).get(path()).then().statusCode(200);
  }

  @Test
  void peopleHaveMailAndSections() {
    plan.comment("Một").assign("nguyen van an");
    plan.comment("Hai").assign("Viện B");
    put(AN, json("name", "Chi"))
        .statusCode(200)
        .body("items.name", contains("Chi", "Nguyễn Văn An", "Viện B"));
    list(Key.CONSULTANT)
        .body("items.name", contains("Chi", "Nguyễn Văn An", "Viện B"))
        .body("items.comments", contains(0, 1, 1))
        .body("items[0].email", nullValue())
        .body("items[0].sections", empty())
        .body("items[1].email", equalTo("an@example.org"))
        .body("items[1].sections", contains("V.1", "BĐ"))
        .body("items[2].sections", empty());
    list(Key.VIEWER)
        .body("items[1].name", equalTo("Nguyễn Văn An"))
        .body("items[1].email", nullValue());
    put().statusCode(200).body("items.name", contains("nguyen van an", "Viện B"));
  }

  @Test
  void namesAreMatchedWithoutCaseAndAccents() {
    put(AN).statusCode(200);
    TestComment comment = plan.comment("Một").assign("NGUYEN  VAN AN");
    comment.get().body("assignee", equalTo("Nguyễn Văn An"));
    comment
        .history(Key.COORDINATOR)
        .body(
            "items.find { it.action == 'ASSIGNED' }.changes.find { it.field == 'assignee' }.after",
            equalTo("Nguyễn Văn An"));
    TestComment other = plan.comment("Hai").assign("Nguyễn Văn Ân Cần");
    other.get().body("assignee", equalTo("Nguyễn Văn Ân Cần"));
    Api.as(Key.CONSULTANT)
        .body(
            List.of(
                json("id", other.id(), "version", other.version(), "assignee", "nguyễn văn an")))
        .post(plan.draftPath(1) + "/assignments")
        .then()
        .statusCode(200);
    other.get().body("assignee", equalTo("Nguyễn Văn An"));
  }

  @Test
  void defaultAssigneesHaveTheSameSpelling() {
    put(json("name", "Nguyễn Văn An")).statusCode(200);
    int draft = plan.draft();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(json("code", "V", "title", "Hạ tầng", "defaultAssignee", "nguyen van an"))))
        .put(plan.draftPath(draft) + "/sections")
        .then()
        .statusCode(200)
        .body("items[0].defaultAssignee", equalTo("Nguyễn Văn An"));
  }

  @Test
  void badPeopleChangeNothing() {
    put(AN).statusCode(200);
    put(AN, json("name", "NGUYEN VAN AN")).spec(badField("/items/1/name", "already-used"));
    put(json("name", "Chi", "sections", List.of("V.1", "X.9")))
        .spec(badField("/items/0/sections/1", "unknown-section"));
    wrong(json("name", "Chi", "email", "chi")).spec(badField("/items/0/email", "invalid-format"));
    wrong(json("email", "chi@example.org")).spec(badField("/items/0/name", "required"));
    wrong(json("name", "Chi", "phone", "0209")).spec(badField("/items/0/phone", "unknown-field"));
    list(Key.COORDINATOR).body("items.name", contains("Nguyễn Văn An"));
  }

  @Test
  void versionIsThatOfThePeopleAlone() {
    String tag = put(AN).statusCode(200).extract().header("ETag");
    int before = Api.as(Key.COORDINATOR).get(plan.path()).then().extract().path("version");
    // Assignments show in the list, but do not stand in the way of its change.
    plan.comment("Một").assign("Viện B");
    String read = list(Key.COORDINATOR).extract().header("ETag");
    assertThat(read).isNotEqualTo(tag);
    put(tag, AN, json("name", "Chi")).statusCode(200);
    put(tag, AN).spec(problem(412, "precondition-failed"));
    assertThat(Api.as(Key.COORDINATOR).get(plan.path()).then().extract().<Integer>path("version"))
        .isEqualTo(before);
    Api.as(Key.COORDINATOR)
        .body(json("items", List.of()))
        .put(path())
        .then()
        .spec(problem(428, "precondition-required"));
    for (Key key : List.of(Key.SGTVT, Key.CONSULTANT, Key.VIEWER, Key.ADMIN)) {
      Api.as(key)
          .header("If-Match", "*")
          .body(json("items", List.of()))
          .put(path())
          .then()
          .spec(problem(403, "forbidden"));
    }
  }
}
