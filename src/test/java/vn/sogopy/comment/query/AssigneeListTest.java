package vn.sogopy.comment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.comment.query.AssigneeReader.Assignee;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Who works on the comments of a plan. */
@QuarkusTest
class AssigneeListTest {
  private static ValidatableResponse list(TestPlan plan, Key key) {
    return Api.as(key).get(plan.path() + "/assignees").then().statusCode(200);
  }

  @Test
  void assigneesOfAllDraftsAndDefaultAssignees() {
    TestPlan plan = TestPlan.open();
    plan.comment("a").assign("Nguyễn Văn An");
    plan.comment("b").assign("Nguyễn Văn An").answer("NOTED");
    plan.comment("c").assign("NGUYEN VAN AN");
    plan.comment("d").assign("Bình").withdraw("Nhầm");
    plan.comment(Key.SGTVT, json("content", "e", "restricted", true)).assign("Chi");
    plan.draft();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    json("code", "V", "title", "Hạ tầng", "defaultAssignee", "Đào"),
                    json("code", "VI", "title", "Xã hội", "defaultAssignee", "nguyễn văn an"))))
        .put(plan.draftPath(2) + "/sections")
        .then()
        .statusCode(200);
    list(plan, Key.CONSULTANT)
        .body("items.name", contains("Chi", "Đào", "Nguyễn Văn An"))
        .body("items.comments", contains(1, 0, 3))
        .body("items.open", contains(1, 0, 2));
    list(plan, Key.VIEWER).body("items.name", contains("Đào", "Nguyễn Văn An"));
  }

  @Test
  void mostUsedSpellingStands() {
    assertThat(
            AssigneeReader.merged(
                    List.of(
                        new Assignee("Lê Bình", 5, 1),
                        new Assignee("le binh", 2, 2),
                        new Assignee("An", 1, 0)),
                    0)
                .items())
        .containsExactly(new Assignee("An", 1, 0), new Assignee("Lê Bình", 7, 3));
  }
}
