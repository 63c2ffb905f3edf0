package vn.sogopy.comment;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;

/** Operations on a comment that {@link TestComment} does not have. */
public final class Acts {
  private Acts() {}

  public static RequestSpecification change(Key key) {
    return Api.as(key).header("If-Match", "*");
  }

  public static ValidatableResponse split(Key key, TestComment comment, Map<?, ?>... parts) {
    return change(key)
        .body(json("parts", Arrays.asList(parts)))
        .post(comment.path() + "/parts")
        .then();
  }

  /** Splits the comment into parts with these contents; returns the parts in order. */
  public static List<TestComment> split(TestComment comment, String... words) {
    Map<?, ?>[] parts = Arrays.stream(words).map(text -> json("content", text)).toArray(Map[]::new);
    List<String> ids =
        split(Key.CONSULTANT, comment, parts).statusCode(200).extract().path("parts.id");
    return ids.stream().map(TestComment::new).toList();
  }

  public static ValidatableResponse undo(TestComment comment) {
    return change(Key.CONSULTANT).delete(comment.path() + "/parts").then();
  }

  public static ValidatableResponse put(
      Key key, TestComment comment, String what, Map<String, Object> body) {
    return change(key).body(body).put(comment.path() + "/" + what).then();
  }

  public static ValidatableResponse escalate(TestComment comment, String reason) {
    return put(Key.CONSULTANT, comment, "escalation", json("reason", reason));
  }

  public static ValidatableResponse ask(TestComment comment, Map<String, Object> request) {
    return Api.as(Key.CONSULTANT).body(request).post(comment.path() + "/requests").then();
  }

  /** Asks this organization for figures; returns the id of the request. */
  public static String asked(TestComment comment, String to, String dueOn) {
    return ask(comment, json("to", to, "kind", "DATA", "text", "Số liệu?", "dueOn", dueOn))
        .statusCode(201)
        .extract()
        .path("id");
  }

  public static ValidatableResponse reply(Key key, String request, String words) {
    return change(key).body(json("reply", words)).put("/requests/" + request + "/reply").then();
  }
}
