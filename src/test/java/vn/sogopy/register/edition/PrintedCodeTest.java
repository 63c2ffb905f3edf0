package vn.sogopy.register.edition;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Who holds a paper finds its edition by the code at its end. */
@QuarkusTest
class PrintedCodeTest {
  @Test
  void codeIsLookedUp() {
    TestPlan plan = TestPlan.open();
    Response edition =
        Api.as(Key.COORDINATOR)
            .body(json())
            .post(plan.draftPath(1) + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .response();
    String code = edition.path("verificationCode");
    String id = edition.path("id");
    for (String typed :
        List.of(
            code,
            code.toLowerCase(Locale.ROOT),
            code.replace("-", ""),
            " " + code.replace('-', ' ') + " ")) {
      for (Key key : Key.values()) {
        Api.as(key)
            .queryParam("code", typed)
            .get("/editions/verifications")
            .then()
            .statusCode(200)
            .body("match.edition", equalTo(id))
            .body("match.plan", equalTo(plan.slug()))
            .body("match.draft", equalTo(1))
            .body("match.number", equalTo(1))
            .body("match.sealedAt", notNullValue())
            .spec(nulls("match.format", "match.signedCopy", "match.reportNumber"));
      }
    }
    Api.as(Key.COORDINATOR)
        .body(json("reportNumber", "126", "reportDate", "2021-10-05"))
        .post("/editions/" + id + "/issuance")
        .then()
        .statusCode(200);
    look(code)
        .body("match.reportNumber", equalTo("126"))
        .body("match.reportDate", equalTo("2021-10-05"));
    look(code.charAt(0) == '0' ? "1" + code.substring(1) : "0" + code.substring(1))
        .statusCode(200)
        .spec(nulls("match"));
    TestPlan other = TestPlan.open();
    String elsewhere =
        Api.as(Key.ADMIN)
            .body(json("name", "x", "role", "VIEWER", "plans", List.of(other.slug())))
            .post("/api-keys")
            .then()
            .extract()
            .path("key");
    Api.as(elsewhere)
        .queryParam("code", code)
        .get("/editions/verifications")
        .then()
        .statusCode(200)
        .spec(nulls("match"));
  }

  private static ValidatableResponse look(String code) {
    return Api.wrong(Key.SGTVT).queryParam("code", code).get("/editions/verifications").then();
  }

  @Test
  void badCodes() {
    for (String code : List.of("3F2A-9C10-77DE", "3F2A-9C10-77DE-B4EG", "3F2A-9C10-77DE-B4E1-0")) {
      look(code).spec(badParameter("code", "invalid-format"));
    }
    Api.wrong(Key.SGTVT)
        .get("/editions/verifications")
        .then()
        .spec(badParameter("code", "required"));
  }
}
