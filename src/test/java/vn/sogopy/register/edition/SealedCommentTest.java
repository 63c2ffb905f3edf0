package vn.sogopy.register.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Sealing records the edition on its comments and changes nothing else of them. */
@QuarkusTest
class SealedCommentTest {
  private TestPlan plan;
  private TestComment comment;

  @BeforeEach
  void comment() {
    plan = TestPlan.open();
    comment = plan.comment("x").answer("ACCEPTED").approve();
  }

  private String seal() {
    return Api.as(Key.COORDINATOR)
        .body(json("allowUnanswered", true))
        .post(plan.draftPath(1) + "/editions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Response read() {
    return comment.get().statusCode(200).extract().response();
  }

  private ValidatableResponse changes(String after) {
    return Api.as(Key.COORDINATOR)
        .queryParam("after", after)
        .get(plan.path() + "/changes")
        .then()
        .statusCode(200);
  }

  @Test
  void sealChangesOnlySealedIn() {
    Response before = read();
    String history = comment.history(Key.COORDINATOR).extract().asString();
    String first = seal();
    String second = seal();
    Response after = read();
    assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    Map<String, Object> wanted = before.path("$");
    wanted.put("sealedIn", List.of(first, second));
    assertThat(after.<Map<String, Object>>path("$")).isEqualTo(wanted);
    assertThat(comment.history(Key.COORDINATOR).extract().asString()).isEqualTo(history);
    Api.as(Key.COORDINATOR)
        .get(plan.comments())
        .then()
        .body("items[0].sealedIn", contains(first, second))
        .body("items[0].version", equalTo(before.path("version")))
        .body("items[0].updatedAt", equalTo(before.path("updatedAt")));
  }

  @Test
  void etagStaysValid() {
    String tag = read().header("ETag");
    seal();
    Api.as(Key.COORDINATOR).header("If-None-Match", tag).get(comment.path()).then().statusCode(304);
    Api.as(Key.COORDINATOR)
        .header("If-Match", tag)
        .body(json("reason", "Xem lại"))
        .post(comment.path() + "/return")
        .then()
        .statusCode(200);
  }

  @Test
  void feedHasOnlyTheEditionEvent() {
    String head =
        Api.as(Key.COORDINATOR).get(plan.path() + "/changes").then().extract().path("next");
    String updated = read().path("updatedAt");
    String edition = seal();
    changes(head)
        .body("items.type", contains("vn.sogopy.edition.sealed"))
        .body("items.subject", contains(edition));
    // The event of the feed has the comment in its present state.
    Api.as(Key.COORDINATOR)
        .get(plan.path() + "/changes")
        .then()
        .body(
            "items.findAll { it.type == 'vn.sogopy.comment.approved' }.data.sealedIn.flatten()",
            contains(edition));
    plan.comment("mới");
    Api.as(Key.COORDINATOR)
        .queryParam("updatedSince", updated)
        .queryParam("status", "APPROVED")
        .get(plan.comments())
        .then()
        .body("items.updatedAt", contains(updated));
    Api.as(Key.COORDINATOR)
        .queryParam("updatedSince", sealedAt(edition))
        .queryParam("status", "APPROVED")
        .get(plan.comments())
        .then()
        .body("items", empty());
  }

  private static String sealedAt(String edition) {
    return Api.as(Key.COORDINATOR).get("/editions/" + edition).then().extract().path("sealedAt");
  }
}
