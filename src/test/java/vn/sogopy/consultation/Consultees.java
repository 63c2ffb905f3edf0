package vn.sogopy.consultation;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The consultees of one draft of a test's own plan. */
record Consultees(TestPlan plan, int draft) {

  static Consultees of(TestPlan plan) {
    return new Consultees(plan, 1);
  }

  String path() {
    return plan.draftPath(draft) + "/consultees";
  }

  String path(String organization) {
    return path() + "/" + organization;
  }

  /** Asks a body. */
  Consultees ask(String organization) {
    return ask(json("organization", organization));
  }

  Consultees ask(Map<String, Object> body) {
    post(body).statusCode(201);
    return this;
  }

  /** A list; one object alone is taken, too, but not described. */
  ValidatableResponse post(Object body) {
    return (body instanceof Map ? Api.wrong(Key.COORDINATOR) : Api.as(Key.COORDINATOR))
        .body(body)
        .post(path())
        .then();
  }

  /** A body that breaks the contract. */
  ValidatableResponse postWrong(Object body) {
    return Api.wrong(Key.COORDINATOR).body(body).post(path()).then();
  }

  /** A file as the raw body. */
  ValidatableResponse load(String type, byte[] file, String... query) {
    var request = Api.wrong(Key.COORDINATOR).contentType(type).body(file);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.post(path()).then();
  }

  ValidatableResponse csv(String lines, String... query) {
    return load("text/csv", lines.getBytes(java.nio.charset.StandardCharsets.UTF_8), query);
  }

  ValidatableResponse get(String organization) {
    return Api.as(Key.COORDINATOR).get(path(organization)).then();
  }

  ValidatableResponse list() {
    return Api.as(Key.COORDINATOR).get(path()).then().statusCode(200);
  }

  /** A patch that breaks the contract. */
  ValidatableResponse patchWrong(String organization, Map<String, Object> patch) {
    return Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path(organization))
        .then();
  }

  ValidatableResponse patch(String organization, String ifMatch, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", ifMatch)
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path(organization))
        .then();
  }
}
