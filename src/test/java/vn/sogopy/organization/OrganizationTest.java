package vn.sogopy.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** The organizations, in the order of the register. */
@QuarkusTest
class OrganizationTest {
  private static Map<String, Object> body(String code) {
    return json("code", code, "name", "Công ty Miến dong", "group", "ORGANIZATION", "order", 10);
  }

  private static ValidatableResponse post(Key key, Map<String, Object> body) {
    return Api.as(key).body(body).post("/organizations").then();
  }

  private static ValidatableResponse patch(String code, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/organizations/" + code)
        .then();
  }

  @ParameterizedTest
  @EnumSource(
      value = Key.class,
      names = {"COORDINATOR", "ADMIN"})
  void createReadAndPatch(Key key) {
    String code = "o-" + UUID.randomUUID();
    Map<String, Object> made =
        post(key, body(code))
            .statusCode(201)
            .header("Location", "/api/v1/organizations/" + code)
            .header("ETag", "\"0\"")
            .body("aliases", equalTo(List.of()))
            .body("eIds", equalTo(List.of()))
            .body("names", equalTo(List.of()))
            .extract()
            .path("$");
    Api.as(Key.SGTVT).get("/organizations/" + code).then().body("$", equalTo(made));
    List<Object> names = List.of(json("name", "Xí nghiệp", "from", null, "to", "2020-12-31"));
    patch(code, json("aliases", List.of("Cty"), "eIds", List.of("H03.1"), "names", names))
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo("Công ty Miến dong"))
        .body("aliases", equalTo(List.of("Cty")))
        .body("eIds", equalTo(List.of("H03.1")))
        .body("names", equalTo(names));
    patch(code, json("aliases", null)).body("aliases", equalTo(List.of()));
  }

  @Test
  void codeIsUniqueAndImmutable() {
    post(Key.COORDINATOR, body("sgtvt"))
        .spec(problem(409, "already-exists"))
        .header("Location", "/api/v1/organizations/sgtvt");
    patch("sgtvt", json("code", "other")).spec(badField("/code", "not-supported"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "code, null, required",
        "code, SGTVT, invalid-format",
        "code, 'a b', invalid-format",
        "name, '', blank",
        "group, null, required",
        "group, NOPE, unknown-group",
        "order, null, required",
        "order, 5, wrong-type",
        "type, x, unknown-field",
        "aliases, x, wrong-type",
      })
  void invalidBodies(String field, String value, String code) {
    Api.wrong(Key.COORDINATOR)
        .body(with(body("o-" + UUID.randomUUID()), field, value))
        .post("/organizations")
        .then()
        .spec(badField("/" + field, code));
  }

  @Test
  void periodOfANameIsValid() {
    Object names = List.of(json("name", "x", "from", "2021-01-02", "to", "2021-01-01"));
    post(Key.COORDINATOR, with(body("o-" + UUID.randomUUID()), "names", names))
        .spec(badField("/names/0/to", "invalid-period"));
  }

  @Test
  void registerOrder() {
    List<String> groups = Api.as(Key.VIEWER).get("/groups").path("items.code");
    List<Map<String, Object>> all = new ArrayList<>();
    String cursor = null;
    do {
      var request = Api.as(Key.VIEWER).queryParam("limit", 30).queryParam("count", true);
      Response page =
          (cursor == null ? request : request.queryParam("cursor", cursor)).get("/organizations");
      page.then().statusCode(200);
      all.addAll(page.path("items"));
      cursor = page.path("next");
      assertThat(page.<Integer>path("total")).isGreaterThan(50);
    } while (cursor != null);
    assertThat(all).extracting(one -> one.get("code")).doesNotHaveDuplicates();
    assertThat(all)
        .extracting(
            one ->
                "%02d %06d %s"
                    .formatted(
                        groups.indexOf(one.get("group")),
                        (Integer) one.get("order"),
                        one.get("code")))
        .isSorted();
  }

  @Test
  void filterByGroup() {
    Api.as(Key.VIEWER)
        .queryParam("group", "DISTRICT")
        .get("/organizations")
        .then()
        .body("items.size()", equalTo(8))
        .body("items.group", everyItem(equalTo("DISTRICT")));
  }
}
