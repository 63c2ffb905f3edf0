package vn.sogopy.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;

/** Authentication and roles: 401 and 403. */
@QuarkusTest
class AuthenticationTest {
  private static final String SAMPLE = "/plans/bac-kan-2021-2030";
  private static final String NO_COMMENT = "/comments/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11";

  @ParameterizedTest
  @EnumSource(Key.class)
  void bothHeadersAreAccepted(Key key) {
    Api.as(key).get("/me").then().statusCode(200);
    bearer("Bearer " + key.secret()).get("/me").then().statusCode(200);
    bearer("bearer " + key.secret()).get("/me").then().statusCode(200);
    bearer("Bearer " + key.secret())
        .header("X-API-Key", key.secret())
        .get("/me")
        .then()
        .statusCode(200);
  }

  @Test
  void meReturnsTheCaller() {
    Api.as(Key.SGTVT)
        .get("/me")
        .then()
        .body("name", equalTo("Sở Giao thông vận tải (mẫu)"))
        .body("role", equalTo("SUBMITTER"))
        .body("organization", equalTo("sgtvt"))
        .spec(Api.nulls("plans"));
  }

  @Test
  void missingKey() {
    refused(Api.anonymous());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer wrong",
        "Bearer sgy_aaaaaaaa_0000000000000000000000000000000000000000000_00000000",
        "Basic dXNlcjpwYXNzd29yZA==",
        "Digest username=\"x\"",
        "wrong",
      })
  void aWrongAuthorization(String value) {
    refused(bearer(value));
  }

  @Test
  void otherSchemeIsRefusedDespiteAKey() {
    refused(bearer("Basic dXNlcjpwYXNz").header("X-API-Key", Key.ADMIN.secret()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", "ßáđ", "0"})
  void aWrongKey(String value) {
    refused(Api.anonymous().header("X-API-Key", value));
  }

  @Test
  void tooLongKey() {
    refused(Api.anonymous().header("X-API-Key", "k".repeat(4000)));
  }

  @Test
  void twoKeysThatDiffer() {
    refused(bearer("Bearer " + Key.ADMIN.secret()).header("X-API-Key", Key.VIEWER.secret()));
  }

  private static RequestSpecification bearer(String value) {
    return Api.anonymous().header("Authorization", value);
  }

  private static ValidatableResponse refused(RequestSpecification request) {
    return request
        .get("/me")
        .then()
        .spec(problem(401, "unauthenticated"))
        .header("WWW-Authenticate", "Bearer realm=\"sogopy\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /q/health/live",
    "GET, /q/health/ready",
    "GET, /q/health/started",
    "GET, /q/openapi",
  })
  void publicPaths(String method, String path) {
    given().request(method, path).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "POST,   /plans,                              ADMIN CONSULTANT VIEWER SGTVT",
    "PATCH,  SAMPLE,                              ADMIN CONSULTANT VIEWER SGTVT",
    "POST,   SAMPLE/drafts,                       ADMIN CONSULTANT VIEWER SGTVT",
    "PATCH,  SAMPLE/drafts/2,                     ADMIN CONSULTANT VIEWER SGTVT",
    "PUT,    SAMPLE/drafts/3/sections,            ADMIN CONSULTANT VIEWER SGTVT",
    "PUT,    /groups,                             ADMIN CONSULTANT VIEWER SGTVT",
    "POST,   /organizations,                      CONSULTANT VIEWER SGTVT",
    "PATCH,  /organizations/sgtvt,                CONSULTANT VIEWER SGTVT",
    "POST,   SAMPLE/drafts/2/comments,            ADMIN CONSULTANT VIEWER",
    "GET,    SAMPLE/drafts/2/comments,            ADMIN",
    "GET,    SAMPLE/comments,                     ADMIN",
    "GET,    COMMENT,                             ADMIN",
    "GET,    COMMENT/history,                     ADMIN",
    "PATCH,  COMMENT,                             ADMIN CONSULTANT VIEWER",
    "PUT,    COMMENT/assignment,                  ADMIN VIEWER SGTVT",
    "PUT,    COMMENT/answer,                      ADMIN VIEWER SGTVT",
    "PUT,    COMMENT/revision,                    ADMIN VIEWER SGTVT",
    "POST,   COMMENT/approval,                    ADMIN CONSULTANT VIEWER SGTVT",
    "POST,   COMMENT/return,                      ADMIN CONSULTANT VIEWER SGTVT",
    "POST,   COMMENT/withdrawal,                  ADMIN CONSULTANT VIEWER",
    "GET,    SAMPLE/drafts/2/register,            ADMIN SGTVT",
    "GET,    /api-keys,                           CONSULTANT VIEWER SGTVT",
    "POST,   /api-keys,                           CONSULTANT VIEWER SGTVT",
    "DELETE, /api-keys/0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11, CONSULTANT VIEWER SGTVT",
    "DELETE, /sample-data,                        COORDINATOR CONSULTANT VIEWER SGTVT",
  })
  void forbidden(String method, String path, String keys) {
    String real = path.replace("SAMPLE", SAMPLE).replace("COMMENT", NO_COMMENT);
    for (String key : keys.split(" ")) {
      Api.wrong(Key.valueOf(key)).request(method, real).then().spec(problem(403, "forbidden"));
    }
  }

  @ParameterizedTest
  @EnumSource(Key.class)
  void everyRoleReadsPlansAndOrganizations(Key key) {
    for (String path :
        new String[] {
          "/plans",
          SAMPLE,
          SAMPLE + "/drafts",
          SAMPLE + "/drafts/2",
          SAMPLE + "/drafts/2/sections",
          "/groups",
          "/organizations",
          "/organizations/sgtvt",
        }) {
      Api.as(key).get(path).then().statusCode(200);
    }
  }

  @Test
  void forbiddenBodyIsNotRead() {
    Api.as(Key.VIEWER)
        .body(json("content", "x"))
        .post(SAMPLE + "/drafts/2/comments")
        .then()
        .spec(problem(403, "forbidden"));
  }
}
