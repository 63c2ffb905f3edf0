package vn.sogopy.organization;

import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The groups of the register: one list for all plans. */
@QuarkusTest
class GroupsTest {
  private List<Map<String, Object>> groups;

  @BeforeEach
  void read() {
    groups = Api.as(Key.VIEWER).get("/groups").path("items");
  }

  @AfterEach
  void restore() {
    put(groups).statusCode(200);
  }

  private static ValidatableResponse put(List<?> items) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(json("items", items))
        .put("/groups")
        .then();
  }

  @Test
  void groupsOfTheSample() {
    Api.as(Key.VIEWER)
        .get("/groups")
        .then()
        .body(
            "items.code",
            equalTo(
                List.of(
                    "CENTRAL",
                    "NEIGHBOUR",
                    "PARTY",
                    "PROVINCIAL",
                    "DISTRICT",
                    "MASS",
                    "ORGANIZATION",
                    "COMMUNITY")));
  }

  @Test
  void orderOfTheList() {
    List<Map<String, Object>> wanted = new ArrayList<>(groups);
    Collections.reverse(wanted);
    wanted.add(2, json("code", "COMMUNE", "title", "UBND các xã, phường"));
    String before = Api.as(Key.VIEWER).get("/groups").header("ETag");
    put(wanted).statusCode(200).body("items", equalTo(wanted));
    Api.as(Key.VIEWER)
        .header("If-None-Match", before)
        .get("/groups")
        .then()
        .statusCode(200)
        .body("items", equalTo(wanted));
  }

  @Test
  void groupInUseIsNotRemoved() {
    put(List.of(json("code", "COMMUNE", "title", "x"))).spec(problem(409, "still-in-use"));
    Api.as(Key.VIEWER).get("/groups").then().body("items", equalTo(groups));
  }

  @Test
  void codeIsUnique() {
    List<Map<String, Object>> twice = new ArrayList<>(groups);
    twice.add(json("code", "MASS", "title", "x"));
    put(twice).spec(badField("/items/8/code", "already-used"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"items\": []}', /items, required",
    "'{\"items\": [{\"code\": \"a\", \"title\": \"x\"}]}', /items/0/code, invalid-format",
    "'{\"items\": [{\"code\": \"A\"}]}', /items/0/title, required",
    "'{\"items\": [{\"code\": \"A\", \"title\": \"x\", \"position\": 1}]}', /items/0/position, unknown-field",
    "'{\"items\": [null]}', /items/0, required",
    "{}, /items, required",
  })
  void invalidLists(String body, String pointer, String code) {
    Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .body(body)
        .put("/groups")
        .then()
        .spec(badField(pointer, code));
  }
}
