package vn.sogopy.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Plans and drafts that were created by mistake are deleted, others are not. */
@QuarkusTest
class PlanRemovalTest {
  private static ValidatableResponse delete(String path) {
    return delete(path, "*");
  }

  private static ValidatableResponse delete(String path, String ifMatch) {
    return Api.as(Key.COORDINATOR).header("If-Match", ifMatch).delete(path).then();
  }

  private static String empty() {
    String slug = "t-" + UUID.randomUUID();
    Api.as(Key.COORDINATOR)
        .body(json("slug", slug, "title", "Quy hoạch nhầm"))
        .post("/plans")
        .then()
        .statusCode(201);
    return slug;
  }

  private static String tag(String path) {
    return Api.as(Key.COORDINATOR).get(path).then().statusCode(200).extract().header("ETag");
  }

  @Test
  void emptyPlanGoesWithMilestonesAndPhrases() {
    String slug = empty();
    String path = "/plans/" + slug;
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", List.of(json("title", "Mốc", "plannedFor", "2027-05-31"))))
        .put(path + "/milestones")
        .then()
        .statusCode(200);
    Api.as(Key.CONSULTANT)
        .body(json("text", "Tiếp thu"))
        .post(path + "/phrases")
        .then()
        .statusCode(201);
    Api.as(Key.COORDINATOR).delete(path).then().spec(problem(428, "precondition-required"));
    delete(path, "\"9\"").spec(problem(412, "precondition-failed"));
    delete(path, tag(path)).statusCode(204);
    for (String gone : List.of(path, path + "/drafts", path + "/phrases", path + "/milestones")) {
      Api.as(Key.COORDINATOR).get(gone).then().spec(problem(404, "not-found"));
    }
    delete(path).spec(problem(404, "not-found"));
    // The slug is free again, and nothing of the deleted plan comes back.
    Api.as(Key.COORDINATOR)
        .body(json("slug", slug, "title", "Quy hoạch mới"))
        .post("/plans")
        .then()
        .statusCode(201);
    Api.as(Key.VIEWER).get(path + "/phrases").then().body("items", hasSize(0));
    Api.as(Key.VIEWER).get(path + "/milestones").then().body("items", hasSize(0));
  }

  /** A later plan of the same name is not theirs. */
  @Test
  void keysLoseTheDeletedPlan() {
    String slug = empty();
    String secret =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "VIEWER", "plans", List.of(slug)))
            .post("/api-keys")
            .then()
            .statusCode(201)
            .extract()
            .path("key");
    Api.as(secret).get("/plans/" + slug).then().statusCode(200);
    delete("/plans/" + slug).statusCode(204);
    Api.as(secret).get("/me").then().spec(problem(401, "unauthenticated"));
  }

  @Test
  void planWithADraftStays() {
    TestPlan plan = TestPlan.preparing();
    delete(plan.path())
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-drafts"))
        .body(
            "errors[0].detail",
            equalTo("Còn 1 lần dự thảo; hãy xóa các dự thảo đang soạn thảo trước."));
    delete(plan.draftPath(1)).statusCode(204);
    delete(plan.path()).statusCode(204);
  }

  @Test
  void draftInPreparationGoesWithOutlineAndConsultees() {
    TestPlan plan = TestPlan.open();
    int second = plan.draft();
    plan.outline(second);
    Consultees asked = new Consultees(plan, second).ask("stc").ask("sxd");
    asked.patch("stc", "*", json("contact", json("name", "Bà A"))).statusCode(200);
    String path = plan.draftPath(second);
    Api.as(Key.COORDINATOR).delete(path).then().spec(problem(428, "precondition-required"));
    delete(path, "\"9\"").spec(problem(412, "precondition-failed"));
    delete(path, tag(path)).statusCode(204);
    for (String gone : List.of(path, path + "/sections", path + "/consultees")) {
      Api.as(Key.COORDINATOR).get(gone).then().spec(problem(404, "not-found"));
    }
    Api.as(Key.VIEWER)
        .get(plan.path() + "/drafts")
        .then()
        .body("items.number", equalTo(List.of(1)));
    // The first draft is as it was, and the number is free again.
    Api.as(Key.VIEWER).get(plan.draftPath(1) + "/sections").then().body("items", hasSize(10));
    assertThat(plan.draft()).isEqualTo(second);
    Api.as(Key.VIEWER).get(path + "/sections").then().body("items", hasSize(0));
    new Consultees(plan, second).list().body("items", hasSize(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPEN", "CLOSED"})
  void draftThatHasOpenedStays(String status) {
    TestPlan plan = TestPlan.open();
    if (status.equals("CLOSED")) {
      plan.close();
    }
    delete(plan.draftPath(1)).spec(problem(409, "draft-not-preparing"));
    Api.as(Key.VIEWER).get(plan.draftPath(1)).then().body("status", equalTo(status));
  }

  @Test
  void draftWithANotedContactStays() {
    TestPlan plan = TestPlan.preparing();
    Consultees.of(plan).ask("stc");
    Api.as(Key.COORDINATOR)
        .body(json("contactedOn", "2021-09-16", "text", "Đã gọi"))
        .post(plan.draftPath(1) + "/consultees/stc/contacts-log")
        .then()
        .statusCode(201);
    delete(plan.draftPath(1))
        .spec(problem(409, "still-in-use"))
        .body("errors.code", contains("used-by-contacts"));
    Consultees.of(plan).get("stc").statusCode(200);
  }
}
