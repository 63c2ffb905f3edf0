package vn.sogopy.interchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/** An array of sixty needs no more statements than one of two. A batch counts as one statement. */
@QuarkusTest
class BulkStatementsTest {
  @ConfigProperty(name = "quarkus.hibernate-orm.jdbc.statement-batch-size")
  int batch;

  private static List<String> sent(TestPlan plan, String what, List<?> items) {
    String secret = Key.COORDINATOR.secret();
    return CountingDriver.statementsDuring(
        () ->
            Api.as(secret).body(items).post(plan.draftPath(1) + "/" + what).then().statusCode(200));
  }

  private static List<Map<String, Object>> answers(List<TestComment> comments) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (int i = 0; i < comments.size(); i++) {
      items.add(
          with(
              with(
                  with(Bulk.answer(comments.get(i), 0, "x" + i), "result", "ALREADY_COVERED"),
                  "revision",
                  json("section", i % 2 == 0 ? "V.1" : "V.2")),
              "sameAs",
              comments.get((i + 1) % comments.size()).id()));
    }
    return items;
  }

  private int batches(int size) {
    return (size + batch - 1) / batch;
  }

  @Test
  void numberOfStatementsIsConstant() {
    TestPlan plan = TestPlan.open();
    for (int size : new int[] {2, batch + 10}) {
      List<TestComment> comments = Bulk.comments(plan, size);
      List<String> statements = sent(plan, "answers", answers(comments));
      assertThat(statements.get(0))
          .contains("from comment")
          .contains("order by")
          .contains("for no key update");
      assertThat(statements.get(1)).contains("from comment", ".id in ("); // sameAs
      assertThat(statements.get(2)).contains("from draft", "join section"); // both outlines
      assertThat(statements.subList(3, statements.size() - 3))
          .hasSize(batches(size))
          .allSatisfy(update -> assertThat(update).startsWith("update comment"));
      assertThat(statements.get(statements.size() - 3)).startsWith("insert into comment_history");
      assertThat(statements.get(statements.size() - 2)).contains("pg_locks"); // for the audit
      assertThat(statements.get(statements.size() - 1)).startsWith("insert into audit");

      List<Map<String, Object>> returns =
          comments.stream()
              .map(c -> json("id", c.id(), "version", 1, "reason", "Lý do " + c.id()))
              .toList();
      assertThat(sent(plan, "returns", returns)).hasSize(4 + batches(size));
      // Sent again: the lock shows that nothing changes, so there is no audit entry.
      assertThat(sent(plan, "returns", returns)).hasSize(2);
    }
  }
}
