package vn.sogopy.organization;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.consultation.Consultees;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** A body that was entered by mistake is deleted; one that something refers to is not. */
@QuarkusTest
class OrganizationRemovalTest {
  private static String body() {
    String code = "o-" + UUID.randomUUID();
    List<Object> names = List.of(json("name", "Tên cũ", "from", null, "to", "2020-12-31"));
    TestOrganization.make(
        json(
            "code",
            code,
            "name",
            "Cơ quan " + code,
            "group",
            "COMMUNITY",
            "order",
            900,
            "names",
            names));
    return code;
  }

  private static ValidatableResponse delete(Key key, String code, String ifMatch) {
    return Api.as(key).header("If-Match", ifMatch).delete("/organizations/" + code).then();
  }

  private static ValidatableResponse delete(String code) {
    return delete(Key.COORDINATOR, code, "*");
  }

  private static void stays(String code, String... uses) {
    delete(code)
        .spec(problem(409, "still-in-use"))
        .body("detail", containsString("Cơ quan " + code))
        .body("errors.code", containsInAnyOrder(uses));
    Api.as(Key.VIEWER).get("/organizations/" + code).then().statusCode(200);
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"COORDINATOR", "ADMIN"})
  void unusedBodyIsDeleted(Key key) {
    String code = body();
    Api.as(key).delete("/organizations/" + code).then().spec(problem(428, "precondition-required"));
    delete(key, code, "\"9\"").spec(problem(412, "precondition-failed"));
    delete(key, code, "\"0\"").statusCode(204);
    Api.as(key).get("/organizations/" + code).then().spec(problem(404, "not-found"));
    delete(key, code, "*").spec(problem(404, "not-found"));
  }

  @Test
  void bodyThatWroteStays() {
    TestPlan plan = TestPlan.open();
    String code = body();
    TestLetter.send(
        plan, Key.COORDINATOR, with(TestLetter.letter("1/A", "Một"), "organization", code));
    stays(code, "used-by-letters", "used-by-comments");
  }

  /** Its history remains after it was taken out. */
  @Test
  void bodyThatWasAskedStays() {
    String code = body();
    Consultees consultees = Consultees.of(TestPlan.open()).ask(code);
    stays(code, "used-by-consultations");
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .delete(consultees.path(code) + "?reason=x")
        .then()
        .statusCode(204);
    stays(code, "used-by-consultations");
  }

  @Test
  void bodyThatWasAskedAboutACommentStays() {
    String code = body();
    Api.as(Key.CONSULTANT)
        .body(json("to", code, "kind", "DATA", "text", "Phụ tải?"))
        .post(TestPlan.open().comment("x").path() + "/requests")
        .then()
        .statusCode(201);
    stays(code, "used-by-requests");
  }

  @Test
  void successorStaysAndAnEndedBodyGoes() {
    String successor = body();
    String ended = body();
    TestOrganization.end(ended, successor);
    stays(successor, "used-by-predecessors");
    delete(ended).statusCode(204);
    delete(successor).statusCode(204);
  }

  @Test
  void bodyThatALetterSpeaksForStays() {
    String code = body();
    TestLetter.send(
        TestPlan.open(),
        Key.COORDINATOR,
        with(with(TestLetter.letter("1/A"), "organization", "sgtvt"), "onBehalfOf", List.of(code)));
    stays(code, "used-by-letters");
  }

  @Test
  void bodyWithAKeyStays() {
    String code = body();
    Api.as(Key.ADMIN)
        .body(json("name", "x", "role", "SUBMITTER", "organization", code))
        .post("/api-keys")
        .then()
        .statusCode(201);
    stays(code, "used-by-keys");
  }

  @Test
  void bodyResponsibleForASectionStays() {
    String code = body();
    TestPlan plan = TestPlan.preparing();
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(
            json(
                "items",
                List.of(
                    with(TestPlan.section("I", "Hiện trạng", null), "responsible", List.of(code)))))
        .put(plan.draftPath(1) + "/sections")
        .then()
        .statusCode(200);
    stays(code, "used-by-sections");
    plan.outline(1);
    delete(code).statusCode(204);
  }

  @Test
  void reasonIsInTheLanguageOfTheCaller() {
    String code = body();
    Consultees.of(TestPlan.open()).ask(code);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .header("Accept-Language", "en")
        .delete("/organizations/" + code)
        .then()
        .body(
            "errors.detail",
            contains("This body is asked, or was on the list of those asked, in 1 drafts."));
  }
}
