package vn.sogopy.testing;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Organizations of a test. */
public final class TestOrganization {
  /** A day that has passed when the tests run. */
  public static final String PAST = "2025-07-01";

  private TestOrganization() {}

  /**
   * @param fields of the request, such as code, name, group and order
   */
  public static void make(Map<String, Object> fields) {
    Api.as(Key.COORDINATOR).body(fields).post("/organizations").then().statusCode(201);
  }

  /** A new organization with a name that begins so; its code. */
  public static String make(String name) {
    String code = "o-" + UUID.randomUUID();
    make(json("code", code, "name", name(name, code), "group", "COMMUNITY", "order", 1));
    return code;
  }

  /** The name of an organization that {@link #make(String)} has made. */
  public static String name(String name, String code) {
    return name + " " + code.substring(2, 10);
  }

  public static ValidatableResponse get(String code) {
    return Api.as(Key.VIEWER).get("/organizations/" + code).then().statusCode(200);
  }

  public static ValidatableResponse patch(String code, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/organizations/" + code)
        .then();
  }

  /** Ends the organization on a day that has passed. */
  public static void end(String code, String... successors) {
    endOn(PAST, code, successors);
  }

  public static void endOn(String day, String code, String... successors) {
    patch(code, json("dissolvedOn", day, "successors", List.of(successors))).statusCode(200);
  }

  /** A new key of this organization, with a client of its own. */
  public static String key(String code) {
    return key(code, "client-" + UUID.randomUUID());
  }

  public static String key(String code, String client) {
    return Api.as(Key.ADMIN)
        .body(
            json(
                "name",
                "Khóa " + code,
                "role",
                "SUBMITTER",
                "organization",
                code,
                "client",
                client))
        .post("/api-keys")
        .then()
        .statusCode(201)
        .extract()
        .path("key");
  }
}
