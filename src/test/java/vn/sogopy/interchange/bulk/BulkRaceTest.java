package vn.sogopy.interchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** Concurrent bulk writes on the same comments. */
@QuarkusTest
class BulkRaceTest {
  private static final int COMMENTS = 40;
  private static final int RUNNERS = 6;

  /** No deadlock, and no lost update. */
  @Test
  void oppositeOrdersDoNotDeadlock() throws Exception {
    TestPlan plan = TestPlan.open();
    List<TestComment> comments = Bulk.comments(plan, COMMENTS);
    List<Integer> written =
        Race.of(
            RUNNERS,
            runner -> {
              List<Map<String, Object>> items = new ArrayList<>();
              for (int i = 0; i < COMMENTS; i++) {
                // Each answer refers to a comment that the other requests lock.
                items.add(
                    with(
                        Bulk.answer(comments.get(i), 0, "Người " + runner),
                        "sameAs",
                        comments.get((i + 1 + runner) % COMMENTS).id()));
              }
              if (runner % 2 == 1) {
                Collections.reverse(items);
              }
              // All runners but two send half of the items, so that locks overlap without nesting.
              List<Map<String, Object>> sent =
                  runner < 2 ? items : items.subList(runner, COMMENTS / 2 + runner);
              JsonPath report =
                  Bulk.post(Key.CONSULTANT, plan, "answers", sent, "mode", "partial")
                      .statusCode(200)
                      .extract()
                      .jsonPath();
              assertThat(report.getInt("updated") + report.getInt("rejected"))
                  .isEqualTo(sent.size());
              return report.getInt("updated");
            });
    assertThat(written.stream().mapToInt(n -> n).sum()).isEqualTo(COMMENTS);
    for (TestComment comment : comments) {
      assertThat(comment.version()).isEqualTo(1);
      assertThat(comment.history(Key.COORDINATOR).extract().jsonPath().getList("items")).hasSize(2);
    }
  }

  /** A retry that runs at the same time as the first request. */
  @Test
  void concurrentEqualArraysAreWrittenOnce() throws Exception {
    TestPlan plan = TestPlan.open();
    List<TestComment> comments = Bulk.comments(plan, 10);
    List<Map<String, Object>> items =
        comments.stream().map(comment -> Bulk.answer(comment, 0, "x")).toList();
    List<JsonPath> reports =
        Race.of(
            4,
            runner ->
                Bulk.post(Key.CONSULTANT, plan, "answers", items)
                    .statusCode(200)
                    .extract()
                    .jsonPath());
    assertThat(reports.stream().mapToInt(report -> report.getInt("updated")))
        .containsExactlyInAnyOrder(10, 0, 0, 0);
    assertThat(reports.stream().mapToInt(report -> report.getInt("unchanged")).sum()).isEqualTo(30);
  }

  /** An approval applies to the answer that was read, never to one written meanwhile. */
  @Test
  void approvalIsOfTheVersionRead() throws Exception {
    TestPlan plan = TestPlan.open();
    List<TestComment> comments = Bulk.comments(plan, 12);
    comments.forEach(comment -> comment.answer("EXPLAINED"));
    Race.of(
        2,
        runner ->
            runner == 0
                ? Bulk.post(
                    Key.COORDINATOR,
                    plan,
                    "approvals",
                    comments.stream().map(c -> json("id", c.id(), "version", 1)).toList(),
                    "mode",
                    "partial")
                : Bulk.post(
                    Key.CONSULTANT,
                    plan,
                    "answers",
                    comments.stream().map(c -> Bulk.answer(c, 1, "Khác")).toList(),
                    "mode",
                    "partial"));
    for (TestComment comment : comments) {
      JsonPath now = comment.get().extract().jsonPath();
      assertThat(now.getString("status") + " " + now.getString("answer.response"))
          .isIn("APPROVED Đã trả lời", "ANSWERED Khác");
    }
  }
}
