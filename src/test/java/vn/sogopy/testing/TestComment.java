package vn.sogopy.testing;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** A comment that a test has sent, and the operations on it. */
public record TestComment(String id) {

  public String path() {
    return "/comments/" + id;
  }

  public ValidatableResponse get() {
    return get(Key.COORDINATOR);
  }

  public ValidatableResponse get(Key key) {
    return Api.as(key).get(path()).then();
  }

  public String status() {
    return Json.of(get().extract().response()).path("status").asText();
  }

  public int version() {
    return Json.of(get().extract().response()).path("version").asInt();
  }

  public ValidatableResponse history(Key key) {
    return Api.as(key).get(path() + "/history").then();
  }

  public TestComment assign(String assignee) {
    return done(tryAssign(assignee));
  }

  public ValidatableResponse tryAssign(String assignee) {
    return change(Key.CONSULTANT)
        .body(json("assignee", assignee))
        .put(path() + "/assignment")
        .then();
  }

  /** A final answer in the words "Đã trả lời". */
  public TestComment answer(String result) {
    return answer(json("result", result, "response", "Đã trả lời", "revision", json("page", 48)));
  }

  public TestComment answer(Map<String, Object> answer) {
    return done(tryAnswer(answer));
  }

  public ValidatableResponse tryAnswer(Map<String, Object> answer) {
    return change(Key.CONSULTANT).body(answer).put(path() + "/answer").then();
  }

  /** An answer that is not final. */
  public TestComment draft() {
    return answer(json("result", "EXPLAINED", "response", "Đang soạn", "final", false));
  }

  public TestComment approve() {
    return done(tryApprove());
  }

  public ValidatableResponse tryApprove() {
    return change(Key.COORDINATOR).post(path() + "/approval").then();
  }

  public TestComment giveBack(String reason) {
    return done(tryReturn(reason));
  }

  public ValidatableResponse tryReturn(String reason) {
    return change(Key.COORDINATOR).body(json("reason", reason)).post(path() + "/return").then();
  }

  public TestComment withdraw(String reason) {
    return done(tryWithdraw(reason));
  }

  public ValidatableResponse tryWithdraw(String reason) {
    return change(Key.COORDINATOR).body(json("reason", reason)).post(path() + "/withdrawal").then();
  }

  public ValidatableResponse patch(Key key, Map<String, Object> patch) {
    return change(key).contentType("application/merge-patch+json").body(patch).patch(path()).then();
  }

  public ValidatableResponse revise(Map<String, Object> place) {
    return change(Key.CONSULTANT).body(place).put(path() + "/revision").then();
  }

  /** A change of the current version. */
  private static RequestSpecification change(Key key) {
    return Api.as(key).header("If-Match", "*");
  }

  private TestComment done(ValidatableResponse answer) {
    answer.statusCode(200);
    return this;
  }
}
