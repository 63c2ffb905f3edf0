package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.CountingDriver;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/**
 * The number of statements that the hot paths send to PostgreSQL, without BEGIN and COMMIT. A batch
 * counts as one. The cache of plan paths is warm, as in a running service.
 */
@QuarkusTest
class StatementCountTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    plan = TestPlan.open();
    plan.comment("x"); // warms the cache of plan and draft
  }

  private static List<String> sent(Runnable work) {
    List<String> statements = CountingDriver.statementsDuring(work);
    statements.forEach(statement -> System.out.println("  SQL " + statement));
    return statements;
  }

  private static List<String> read(String path) {
    String secret = Key.COORDINATOR.secret();
    Api.as(secret).get(path).then().statusCode(200);
    return CountingDriver.statementsDuring(() -> Api.as(secret).get(path).then().statusCode(200));
  }

  private List<String> sentByPost(Map<String, Object> body) {
    String secret = Key.SGTVT.secret();
    return sent(() -> Api.as(secret).body(body).post(plan.comments()).then().statusCode(201));
  }

  @Test
  void smallestComment() {
    List<String> statements = sentByPost(json("content", "x"));
    assertThat(statements).hasSize(3);
    assertThat(statements.get(0)).startsWith("select d.status"); // every lookup at once
    assertThat(statements.get(1)) // comment, history and the response
        .startsWith("with received as (")
        .contains("insert into comment ", "insert into comment_history", "select (select version");
    assertThat(statements.get(2)).startsWith("insert into audit");
  }

  @Test
  void commentWithAllFields() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> letter = json("number", "1/A", "date", "2021-09-01");
    Map<String, Object> body =
        json(
            "content",
            "x",
            "section",
            "V.1",
            "alsoSections",
            List.of("I", "BĐ.2"),
            "letter",
            letter,
            "externalId",
            key);
    // + audit, lock of externalId, find further sections, letter (lock, find, insert, history)
    assertThat(sentByPost(body)).hasSize(9);
    body.put("externalId", key + "-2");
    // The letter is known now.
    assertThat(sentByPost(body)).hasSize(5);
  }

  @Test
  void idempotencyKeyNeedsTwoStatements() {
    String secret = Key.SGTVT.secret();
    String key = UUID.randomUUID().toString();
    Runnable post =
        () ->
            Api.as(secret)
                .header("Idempotency-Key", key)
                .body(json("content", "x"))
                .post(plan.comments())
                .then()
                .statusCode(201);
    List<String> first = sent(post);
    assertThat(first).hasSize(5);
    assertThat(first.get(3)).startsWith("insert into idempotency_record");
    assertThat(first.get(4)).startsWith("insert into audit");
    // A replay reads the stored response and checks for changes to audit.
    assertThat(sent(post)).hasSize(2);
  }

  @Test
  void listIsOneSelect() {
    for (int i = 0; i < 5; i++) {
      plan.comment("x " + i).answer("ACCEPTED");
    }
    for (String path :
        List.of(
            plan.comments() + "?limit=1",
            plan.comments() + "?limit=50",
            "/plans/bac-kan-2021-2030/drafts/2/comments?limit=50",
            "/plans/bac-kan-2021-2030/comments?limit=200")) {
      assertThat(read(path))
          .as(path)
          .singleElement()
          .asString()
          .startsWith("select (select version");
    }
  }

  @Test
  void listInAnotherOrderIsTwoSelects() {
    for (int i = 0; i < 5; i++) {
      plan.comment("x " + i);
    }
    for (String query : List.of("?q=x&sort=section", "?sort=organization", "?q=x&limit=1")) {
      assertThat(read(plan.comments() + query)).as(query).hasSize(2);
    }
  }

  @Test
  void oneComment() {
    assertThat(read(plan.comment("x").path())).hasSize(1);
  }
}
