package vn.sogopy.platform.http;

import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/**
 * A request with many errors, corrected one at a time. The refusals have the order of the contract:
 * 401, media type, 403 and 404, shape, replay, draft state, references, 428, 412, transition.
 */
@QuarkusTest
class OrderOfChecksTest {

  @Test
  void ofAnIntake() {
    TestPlan plan = TestPlan.open();
    plan.draft();
    String there = plan.draftPath(2) + "/comments"; // PREPARING
    String notThere = plan.draftPath(9) + "/comments";
    Object unknown = json("organization", "sgtvt", "content", "x", "section", "XX.9");

    post(Api.wrong("wrong").contentType("text/plain").body("{"), notThere)
        .spec(problem(401, "unauthenticated"));
    post(Api.wrong(Key.VIEWER).contentType("text/plain").body("{"), notThere)
        .spec(problem(415, "unsupported-media-type"));
    post(Api.wrong(Key.VIEWER).queryParam("nope", 1).body("{"), notThere)
        .spec(problem(403, "forbidden"));
    post(Api.wrong(Key.COORDINATOR).queryParam("nope", 1).body("{"), notThere)
        .spec(problem(404, "not-found"));
    post(Api.wrong(Key.COORDINATOR).body("{"), there).spec(problem(400, "malformed-json"));
    post(Api.wrong(Key.COORDINATOR).body("{}"), there).spec(badField("/content", "required"));
    post(Api.as(Key.COORDINATOR).body(unknown), there).spec(problem(409, "draft-not-open"));
    plan.patchDraft(2, json("status", "OPEN"));
    post(Api.as(Key.COORDINATOR).body(unknown), there)
        .spec(badField("/section", "unknown-section"));
  }

  @Test
  void ofAReplay() {
    TestPlan plan = TestPlan.open();
    Object body = json("content", "x", "externalId", "e-1");
    post(Api.as(Key.SGTVT).header("Idempotency-Key", "k").body(body), plan.comments())
        .statusCode(201);
    plan.close();
    post(Api.wrong(Key.SGTVT).header("Idempotency-Key", "k").body("{}"), plan.comments())
        .spec(badField("/content", "required"));
    post(Api.as(Key.SGTVT).header("Idempotency-Key", "k").body(body), plan.comments())
        .statusCode(201)
        .header("Idempotency-Replayed", "true");
    Object other = json("content", "y", "externalId", "e-1");
    post(Api.as(Key.SGTVT).header("Idempotency-Key", "k").body(other), plan.comments())
        .spec(problem(422, "idempotency-key-reused"));
    post(Api.as(Key.SGTVT).body(body), plan.comments()).statusCode(200);
    post(Api.as(Key.SGTVT).body(other), plan.comments()).spec(problem(409, "external-id-conflict"));
    post(Api.as(Key.SGTVT).body(json("content", "x")), plan.comments())
        .spec(problem(409, "draft-not-open"));
  }

  @Test
  void ofAnAnswer() {
    TestPlan plan = TestPlan.open();
    plan.draft();
    plan.outline(2); // holds the sections of revisions
    TestComment comment = plan.comment("x").withdraw("Nhầm"); // no transition left; version 1
    Object badShape = json("result", "NOTED", "response", "");
    Object badPlace =
        json("result", "ACCEPTED", "response", "x", "revision", json("section", "XX.9"));
    Object good = json("result", "NOTED", "response", "x");

    put(Api.wrong(Key.VIEWER).body("{"), comment.path()).spec(problem(403, "forbidden"));
    put(Api.wrong(Key.CONSULTANT).body("{"), "/comments/x").spec(problem(404, "not-found"));
    put(Api.wrong(Key.CONSULTANT).contentType("text/plain").body("{"), comment.path())
        .spec(problem(415, "unsupported-media-type"));
    put(Api.wrong(Key.CONSULTANT).body(badShape), comment.path())
        .spec(badField("/response", "blank"));
    put(Api.as(Key.CONSULTANT).body(badPlace), comment.path())
        .spec(badField("/revision/section", "unknown-section"));
    put(Api.as(Key.CONSULTANT).body(good), comment.path())
        .spec(problem(428, "precondition-required"));
    put(Api.as(Key.CONSULTANT).header("If-Match", "\"0\"").body(good), comment.path())
        .spec(problem(412, "precondition-failed"));
    put(Api.as(Key.CONSULTANT).header("If-Match", "\"1\"").body(good), comment.path())
        .spec(problem(409, "transition-not-allowed"));
  }

  @Test
  void ofACorrection() {
    TestPlan plan = TestPlan.open();
    TestComment comment = plan.comment("x").assign("A"); // its organization may not correct it now
    plan.close();
    Object unknown = json("section", "XX.9");
    patch(Api.wrong(Key.BABE).body("{"), comment).spec(problem(404, "not-found"));
    patch(Api.wrong(Key.SGTVT).body("[]"), comment).spec(problem(400, "validation-failed"));
    patch(Api.as(Key.SGTVT).body(unknown), comment).spec(problem(409, "draft-not-open"));
    plan.patchDraft(1, json("status", "OPEN"));
    patch(Api.as(Key.SGTVT).body(unknown), comment).spec(badField("/section", "unknown-section"));
    Object good = json("section", "V.1");
    patch(Api.as(Key.SGTVT).body(good), comment).spec(problem(428, "precondition-required"));
    patch(Api.as(Key.SGTVT).header("If-Match", "\"0\"").body(good), comment)
        .spec(problem(412, "precondition-failed"));
    patch(Api.as(Key.SGTVT).header("If-Match", "\"1\"").body(good), comment)
        .spec(problem(409, "transition-not-allowed"));
  }

  private static ValidatableResponse post(RequestSpecification request, String path) {
    return request.post(path).then();
  }

  private static ValidatableResponse put(RequestSpecification request, String path) {
    return request.put(path + "/answer").then();
  }

  private static ValidatableResponse patch(RequestSpecification request, TestComment comment) {
    return request.contentType("application/merge-patch+json").patch(comment.path()).then();
  }
}
