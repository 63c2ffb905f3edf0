package vn.sogopy.security.matrix;

import static vn.sogopy.testing.Api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/**
 * A plan with a comment of Sở Giao thông vận tải, one of huyện Ba Bể and a restricted one of each,
 * each with a unique word.
 *
 * @param title a word of the plan's title, which a key for another plan must not read
 */
record Stage(TestPlan plan, String mine, String theirs, String closed, String title) {

  static Stage set() {
    String end = UUID.randomUUID().toString().substring(0, 8);
    Stage stage =
        new Stage(
            TestPlan.open(), "cuaminh" + end, "cuanguoi" + end, "kin" + end, "tenrieng" + end);
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(json("title", "Quy hoạch " + stage.title))
        .patch(stage.plan.path())
        .then()
        .statusCode(200);
    stage.plan.comment(Key.SGTVT, json("content", stage.mine));
    stage.plan.comment(Key.BABE, json("content", stage.theirs));
    stage.plan.comment(Key.BABE, json("content", stage.closed, "restricted", true));
    return stage;
  }

  /** The words that no response to this caller may contain. */
  List<String> hidden(Column column) {
    if (column.elsewhere()) {
      return List.of(mine, theirs, closed, title, plan.slug());
    }
    List<String> hidden = new ArrayList<>();
    switch (column.role) {
      case SUBMITTER -> hidden.addAll(List.of(theirs, closed));
      case VIEWER -> hidden.add(closed);
      case ADMIN -> hidden.addAll(List.of(mine, theirs, closed));
      default -> {}
    }
    return hidden;
  }

  /** The words that no refusal may contain. */
  List<String> words() {
    return List.of(mine, theirs, closed, title);
  }
}
