package vn.sogopy.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

@QuarkusTest
class MilestonesTest {
  private static final Map<String, Object> FIRST =
      json("title", "Dự thảo lần 1", "plannedFor", "2021-05-31", "reachedOn", "2021-05-14");
  private static final Map<String, Object> SLIP =
      json("title", "Dự thảo lần 3", "plannedFor", "2020-10-31");

  private String path;

  @BeforeEach
  void plan() {
    path = TestPlan.preparing().path() + "/milestones";
  }

  private ValidatableResponse put(Key key, String ifMatch, Object items) {
    return Api.wrong(key).header("If-Match", ifMatch).body(json("items", items)).put(path).then();
  }

  @Test
  void sampleMilestones() {
    Api.as(Key.SGTVT)
        .get("/plans/bac-kan-2021-2030/milestones")
        .then()
        .statusCode(200)
        .body("items", hasSize(7))
        .body("items[2].plannedFor", equalTo("2021-10-31"))
        .body("warnings", hasSize(0));
  }

  @Test
  void listIsReplacedAsAWhole() {
    Api.as(Key.VIEWER).get(path).then().header("ETag", "\"0\"").body("items", hasSize(0));
    put(Key.COORDINATOR, "\"0\"", List.of(SLIP, FIRST)).statusCode(200).header("ETag", "\"1\"");
    put(Key.COORDINATOR, "\"1\"", List.of(FIRST))
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("items", hasSize(1));
    Api.as(Key.VIEWER)
        .get(path)
        .then()
        .header("ETag", "\"2\"")
        .body("items.title", contains("Dự thảo lần 1"))
        .body("items[0].reachedOn", equalTo("2021-05-14"));
    Api.as(Key.VIEWER).header("If-None-Match", "\"2\"").get(path).then().statusCode(304);
    put(Key.COORDINATOR, "\"2\"", List.of()).statusCode(200).body("items", hasSize(0));
  }

  @Test
  void unusualDatesAreAcceptedWithWarnings() {
    put(Key.COORDINATOR, "*", List.of(FIRST, SLIP))
        .statusCode(200)
        .body("warnings.pointer", contains("/items/1/plannedFor"))
        .body("warnings.code", contains("planned-out-of-order"))
        .body("warnings[0].detail", containsString("31/10/2020"));
    Api.as(Key.VIEWER)
        .header("Accept-Language", "en")
        .get(path)
        .then()
        .body("warnings[0].detail", containsString("earlier than"));
    // The representation can be sent back unchanged.
    Map<String, Object> read = Api.as(Key.VIEWER).get(path).jsonPath().getMap("");
    Api.as(Key.COORDINATOR).header("If-Match", "*").body(read).put(path).then().statusCode(200);
  }

  @Test
  void refusals() {
    put(Key.CONSULTANT, "*", List.of(FIRST)).spec(problem(403, "forbidden"));
    put(Key.COORDINATOR, "\"7\"", List.of(FIRST)).spec(problem(412, "precondition-failed"));
    Api.wrong(Key.COORDINATOR)
        .body(json("items", List.of(FIRST)))
        .put(path)
        .then()
        .spec(problem(428, "precondition-required"));
    put(Key.COORDINATOR, "*", List.of(FIRST, json("title", "")))
        .spec(badField("/items/1/title", "blank"));
    put(Key.COORDINATOR, "*", List.of(json("title", "x", "plannedFor", "2021-02-30")))
        .spec(badField("/items/0/plannedFor", "invalid-date"));
    put(Key.COORDINATOR, "*", null).spec(badField("/items", "required"));
    Api.wrong(Key.VIEWER).get("/plans/none/milestones").then().spec(problem(404, "not-found"));
    Api.as(Key.VIEWER).get(path).then().header("ETag", "\"0\"");
  }
}
