package vn.sogopy.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;
import static vn.sogopy.testing.TestPlan.section;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The next draft takes over the outline of the one before. */
@QuarkusTest
class DraftsInARowTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.preparing();
    put(1, section("V.1", "Giao thông", null), section("V.2", "Điện", null)).statusCode(200);
  }

  @SafeVarargs
  private ValidatableResponse put(int draft, Map<String, Object>... items) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of(items)))
        .put(plan.draftPath(draft) + "/sections")
        .then();
  }

  private ValidatableResponse outline(int draft) {
    return Api.as(Key.VIEWER).get(plan.draftPath(draft) + "/sections").then().statusCode(200);
  }

  private ValidatableResponse lineage(int draft, String code) {
    return Api.as(Key.VIEWER)
        .get(plan.draftPath(draft) + "/sections/" + code + "/lineage")
        .then()
        .statusCode(200);
  }

  @Test
  void continuesNamesTheEarlierSection() {
    plan.draft();
    put(
            2,
            with(section("V.1", "Đường sắt", null), "continues", null),
            with(section("V.2", "Giao thông", null), "continues", "v.1"),
            with(section("V.3", "Điện", null), "continues", "V.2"))
        .statusCode(200)
        .body("items.continues", contains(null, "V.1", "V.2"));
    outline(2).body("items.continues", contains(null, "V.1", "V.2"));
    outline(1).body("items.continues", contains(null, null));
    lineage(1, "V.1").body("items.section.title", contains("Giao thông", "Giao thông"));
    lineage(2, "V.3").body("items.section.code", contains("V.2", "V.3"));
    lineage(2, "V.1").body("items[0].section", equalTo(null));
    put(2, with(section("A", "x", null), "continues", "V.9"))
        .spec(badField("/items/0/continues", "unknown-section"));
    put(1, with(section("A", "x", null), "continues", "V.1"))
        .spec(badField("/items/0/continues", "not-supported"));
  }

  @Test
  void readOutlineCanBeSentBack() {
    plan.draft();
    put(
        2,
        with(section("V.1", "Đường sắt", null), "continues", null),
        with(section("V.2", "Giao thông", null), "continues", "V.1"));
    List<Map<String, Object>> items = outline(2).extract().jsonPath().getList("items");
    put(2, items.get(0), items.get(1)).statusCode(200);
    outline(2).body("items", equalTo(items));
    lineage(1, "V.1").body("items.section.title", contains("Giao thông", "Giao thông"));
  }

  @Test
  void equalCodesContinueWithoutCopy() {
    String late = plan.path() + "/drafts";
    Api.as(Key.COORDINATOR).body(json("title", "x", "number", 5)).post(late).then().statusCode(201);
    put(5, section("V.1", "Giao thông", null), section("V.7", "Mới", null))
        .body("items.continues", contains("V.1", null));
    lineage(5, "V.1").body("items.draft", contains(1, 5)).body("items.section", hasSize(2));
  }

  @Test
  void openingInheritsTheOutline() {
    plan.draft();
    plan.patchDraft(2, json("title", "Lần hai", "status", "OPEN"));
    outline(2)
        .header("ETag", "\"1\"")
        .body("items.code", contains("V.1", "V.2"))
        .body("items.continues", contains("V.1", "V.2"));
    Api.as(Key.VIEWER).get(plan.draftPath(2)).then().body("title", equalTo("Lần hai"));
    lineage(1, "V.2").body("items.section.code", contains("V.2", "V.2"));
    // A draft that has an outline keeps it.
    plan.draft();
    put(3, section("X", "x", null));
    plan.patchDraft(3, json("status", "OPEN"));
    outline(3).body("items.code", contains("X"));
  }

  @Test
  void draftOpensWithoutOutline() {
    TestPlan bare = TestPlan.preparing();
    bare.patchDraft(1, json("status", "OPEN"));
    Api.as(Key.VIEWER).get(bare.draftPath(1) + "/sections").then().body("items", hasSize(0));
    bare.comment("chung");
  }
}
