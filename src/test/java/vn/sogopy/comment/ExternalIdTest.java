package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** The externalId of the sender identifies a comment that is sent again. */
@QuarkusTest
class ExternalIdTest {
  private static final Map<String, Object> BODY =
      json("content", "Bổ sung đường.", "section", "V.1", "externalId", "edoc-778-3");

  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
  }

  private ValidatableResponse post(Key key, Map<String, Object> body) {
    return Api.as(key).body(body).post(plan.comments()).then();
  }

  @Test
  void repetitionReturnsTheStoredComment() {
    String id = post(Key.SGTVT, BODY).statusCode(201).extract().path("id");
    new TestComment(id).assign("A");
    post(Key.SGTVT, BODY)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("id", equalTo(id))
        .body("status", equalTo("ASSIGNED"));
    // The organization of the key, or an empty field, makes no difference.
    post(Key.SGTVT, with(with(BODY, "organization", "sgtvt"), "author", null)).statusCode(200);
    assertThat(plan.count()).isOne();
  }

  @Test
  void repetitionWorksAfterTheDraftClosed() {
    String id = post(Key.SGTVT, BODY).extract().path("id");
    plan.close();
    post(Key.SGTVT, BODY).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void lateReasonIsNotCompared() {
    plan.close();
    Map<String, Object> body = with(BODY, "organization", "sgtvt");
    String id =
        post(Key.COORDINATOR, with(body, "reason", "Đến muộn"))
            .statusCode(201)
            .extract()
            .path("id");
    post(Key.COORDINATOR, with(body, "reason", "Gửi lại")).statusCode(200).body("id", equalTo(id));
    post(Key.COORDINATOR, body).statusCode(200).body("id", equalTo(id));
  }

  @Test
  void otherContentIsAConflict() {
    String id = post(Key.SGTVT, BODY).extract().path("id");
    post(Key.SGTVT, with(BODY, "content", "Khác"))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1/comments/" + id);
    post(Key.SGTVT, with(BODY, "section", "V.2")).spec(problem(409, "external-id-conflict"));
    new TestComment(id).get().body("content", equalTo("Bổ sung đường."));
    assertThat(plan.count()).isOne();
  }

  @Test
  void externalIdIsUniqueInThePlan() {
    post(Key.SGTVT, BODY).statusCode(201);
    plan.draft();
    plan.outline(2);
    plan.patchDraft(2, json("status", "OPEN"));
    Api.as(Key.SGTVT)
        .body(BODY)
        .post(plan.draftPath(2) + "/comments")
        .then()
        .spec(problem(409, "external-id-conflict"));
  }

  @Test
  void externalIdBelongsToClientAndPlan() {
    post(Key.SGTVT, BODY).statusCode(201);
    post(Key.BABE, BODY).statusCode(201);
    post(Key.COORDINATOR, with(BODY, "organization", "sgtvt")).statusCode(201);
    TestPlan.open().comment(Key.SGTVT, BODY);
    assertThat(plan.count()).isEqualTo(3);
  }
}
