package vn.sogopy.testing;

import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** A letter that a test has sent, and the operations on it. */
public record TestLetter(String id) {

  /** A letter of Sở Giao thông vận tải with this number, of 24/8/2021. */
  public static Map<String, Object> letter(String number) {
    return json("number", number, "date", "2021-08-24", "position", "COMMENTS");
  }

  /** The same letter with comments of these words. */
  public static Map<String, Object> letter(String number, String... contents) {
    List<Map<String, Object>> comments =
        java.util.Arrays.stream(contents).map(content -> json("content", content)).toList();
    return with(letter(number), "comments", comments);
  }

  public static String letters(TestPlan plan) {
    return plan.draftPath(1) + "/letters";
  }

  public static ValidatableResponse trySend(TestPlan plan, Key key, Map<String, Object> body) {
    return Api.as(key).body(body).post(letters(plan)).then();
  }

  public static TestLetter send(TestPlan plan, Key key, Map<String, Object> body) {
    return new TestLetter(trySend(plan, key, body).statusCode(201).extract().path("id"));
  }

  public String path() {
    return "/letters/" + id;
  }

  public ValidatableResponse get() {
    return get(Key.COORDINATOR);
  }

  public ValidatableResponse get(Key key) {
    return Api.as(key).get(path()).then();
  }

  public ValidatableResponse history(Key key) {
    return Api.as(key).get(path() + "/history").then();
  }

  /** A change of the current version. */
  public ValidatableResponse patch(Key key, Map<String, Object> patch) {
    return Api.as(key)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path())
        .then();
  }

  /** Its comments, in the order they were received. */
  public List<TestComment> comments(TestPlan plan) {
    List<String> ids =
        Api.as(Key.COORDINATOR)
            .queryParam("letter", id)
            .queryParam("limit", 200)
            .get(plan.comments())
            .then()
            .statusCode(200)
            .extract()
            .path("items.id");
    return ids.stream().map(TestComment::new).toList();
  }
}
