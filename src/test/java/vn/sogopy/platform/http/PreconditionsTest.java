package vn.sogopy.platform.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badHeader;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** If-Match and If-None-Match: 428, 412, 304. */
@QuarkusTest
class PreconditionsTest {
  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void comment() {
    plan = TestPlan.open();
    comment = plan.comment("x"); // version 0
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0\"",
        "*",
        " \"0\" ",
        "\"7\", \"0\"",
        "\"0\",\"1\"",
        "\"0\",",
        "W/\"0\", \"0\""
      })
  void changeOfTheCurrentVersion(String ifMatch) {
    assign(ifMatch).statusCode(200).header("ETag", "\"1\"").body("version", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "\"7\", \"8\"", "W/\"0\"", "\"\"", "\"00\"", "\"0 \""})
  void changeOfAnotherVersion(String ifMatch) {
    if (ifMatch.equals("\"0 \"")) {
      assign(ifMatch).spec(badHeader("If-Match", "invalid-header")); // a blank is not part of a tag
    } else {
      assign(ifMatch)
          .spec(problem(412, "precondition-failed"))
          .header("ETag", "\"0\"")
          .body("detail", containsString("0"));
    }
    comment.get().body("version", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "\"0", "0\"", "*, \"0\"", "\"0\" \"1\"", ",", "w/\"0\"", " "})
  void malformedIfMatch(String ifMatch) {
    assign(ifMatch).spec(badHeader("If-Match", "invalid-header"));
    comment.get().body("version", equalTo(0));
  }

  private ValidatableResponse assign(String ifMatch) {
    return Api.wrong(Key.CONSULTANT)
        .header("If-Match", ifMatch)
        .body(json("assignee", "A"))
        .put(comment.path() + "/assignment")
        .then();
  }

  @Test
  void everyChangeNeedsIfMatch() {
    Object answer = json("result", "NOTED", "response", "x");
    needsIt("PUT", comment.path() + "/assignment", json("assignee", "A"));
    needsIt("PUT", comment.path() + "/answer", answer);
    needsIt("PUT", comment.path() + "/revision", json("page", 1));
    needsIt("POST", comment.path() + "/approval", null);
    needsIt("POST", comment.path() + "/return", json("reason", "x"));
    needsIt("POST", comment.path() + "/withdrawal", json("reason", "x"));
    needsIt("PATCH", comment.path(), json("content", "y"));
    needsIt("PATCH", plan.path(), json("title", "y"));
    needsIt("PATCH", plan.draftPath(1), json("title", "y"));
    needsIt("PATCH", "/organizations/sgtvt", json("order", 4));
    Object groups = Api.as(Key.COORDINATOR).get("/groups").path("$");
    needsIt("PUT", "/groups", groups);
    plan.draft();
    Object outline = json("items", java.util.List.of(TestPlan.section("A", "A", null)));
    needsIt("PUT", plan.draftPath(2) + "/sections", outline);
    comment.get().body("version", equalTo(0));
  }

  private static void needsIt(String method, String path, Object body) {
    request(body).request(method, path).then().spec(problem(428, "precondition-required"));
    request(body)
        .header("If-Match", "\"4711\"")
        .request(method, path)
        .then()
        .spec(problem(412, "precondition-failed"));
  }

  private static RequestSpecification request(Object body) {
    RequestSpecification request = Api.as(Key.COORDINATOR);
    return body == null ? request : request.body(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"0\"", "W/\"0\"", "*", "\"1\", W/\"0\""})
  void knownVersionIs304(String ifNoneMatch) {
    Api.as(Key.SGTVT)
        .header("If-None-Match", ifNoneMatch)
        .get(comment.path())
        .then()
        .statusCode(304)
        .header("ETag", "\"0\"")
        .body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "0", "\"x\", \"y\"", ""})
  void unknownVersionIsSent(String ifNoneMatch) {
    Api.wrong(Key.SGTVT)
        .header("If-None-Match", ifNoneMatch)
        .get(comment.path())
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"");
  }

  @Test
  void everySingleResourceHasAnETag() {
    for (String path :
        new String[] {
          plan.path(),
          plan.draftPath(1),
          plan.draftPath(1) + "/sections",
          "/groups",
          "/organizations/sgtvt",
          comment.path(),
        }) {
      String tag =
          Api.as(Key.COORDINATOR).get(path).then().statusCode(200).extract().header("ETag");
      Api.as(Key.COORDINATOR)
          .header("If-None-Match", tag)
          .get(path)
          .then()
          .statusCode(304)
          .header("ETag", tag);
    }
  }

  @Test
  void etagCoversTheCallersView() {
    comment.answer("NOTED");
    Api.wrong(Key.BABE)
        .header("If-None-Match", "*")
        .get(comment.path())
        .then()
        .spec(problem(404, "not-found"));
  }
}
