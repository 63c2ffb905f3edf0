package vn.sogopy.interchange.bulk;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Bulk arrays and their requests. */
final class Bulk {
  private Bulk() {}

  static List<TestComment> comments(TestPlan plan, int count) {
    List<TestComment> comments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      comments.add(plan.comment("Ý kiến " + i));
    }
    return comments;
  }

  static Map<String, Object> answer(TestComment comment, int version, String response) {
    return json(
        "id", comment.id(), "version", version, "result", "EXPLAINED", "response", response);
  }

  /** POSTs to draft 1 of the plan; parameters are names and values in turn. */
  static ValidatableResponse post(
      Key key, TestPlan plan, String what, List<?> items, Object... parameters) {
    var request = Api.as(key);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam((String) parameters[i], parameters[i + 1]);
    }
    return request.body(items).post(plan.draftPath(1) + "/" + what).then();
  }
}
