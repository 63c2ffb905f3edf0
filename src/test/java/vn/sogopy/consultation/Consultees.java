package vn.sogopy.consultation;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** The consultees of one draft of a test's own plan. */
public record Consultees(TestPlan plan, int draft) {

  public static Consultees of(TestPlan plan) {
    return new Consultees(plan, 1);
  }

  public String path() {
    return plan.draftPath(draft) + "/consultees";
  }

  public String path(String organization) {
    return path() + "/" + organization;
  }

  public Consultees ask(String organization) {
    return ask(json("organization", organization));
  }

  public Consultees ask(Map<String, Object> body) {
    post(body).statusCode(201);
    return this;
  }

  /** A list. A single object is accepted, too, but not in the contract. */
  public ValidatableResponse post(Object body) {
    return (body instanceof Map ? Api.wrong(Key.COORDINATOR) : Api.as(Key.COORDINATOR))
        .body(body)
        .post(path())
        .then();
  }

  /** A body that violates the contract. */
  public ValidatableResponse postWrong(Object body) {
    return Api.wrong(Key.COORDINATOR).body(body).post(path()).then();
  }

  /** Imports a file, sent as the raw body. */
  public ValidatableResponse load(String type, byte[] file, String... query) {
    var request = Api.wrong(Key.COORDINATOR).contentType(type).body(file);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.post(path()).then();
  }

  public ValidatableResponse csv(String lines, String... query) {
    return load("text/csv", lines.getBytes(java.nio.charset.StandardCharsets.UTF_8), query);
  }

  public ValidatableResponse get(String organization) {
    return Api.as(Key.COORDINATOR).get(path(organization)).then();
  }

  public ValidatableResponse list() {
    return Api.as(Key.COORDINATOR).get(path()).then().statusCode(200);
  }

  /** A patch that violates the contract. */
  public ValidatableResponse patchWrong(String organization, Map<String, Object> patch) {
    return Api.wrong(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path(organization))
        .then();
  }

  public ValidatableResponse patch(String organization, String ifMatch, Map<String, Object> patch) {
    return Api.as(Key.COORDINATOR)
        .header("If-Match", ifMatch)
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path(organization))
        .then();
  }
}
